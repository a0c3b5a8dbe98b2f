"""The program as a whole: help, mistakes, streams and exit codes."""

import json
import os
import signal
import subprocess
import sys
from functools import cache
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from conftest import KORYU, Golden, Koryu, Terminal, at_once, shell
from rich.cells import cell_len

from koryu_cli import __version__
from koryu_cli.cli import app
from koryu_cli.cli.formats import FORMATS

COMMANDS = [name for names in app.COMMANDS.values() for name in names]


@cache
def example_runs() -> dict[str, list[subprocess.CompletedProcess[str]]]:
    """What comes of the examples in the help of each command, in a directory of their own."""

    def run(command: str) -> list[subprocess.CompletedProcess[str]]:
        help_page = shell(f"koryu {command} -h").stdout
        examples = help_page.partition("例:\n")[2].partition("\n\n")[0].splitlines()
        with TemporaryDirectory() as folder:
            return [
                shell(f"cd {folder}; set -o pipefail; {example}", BROWSER="true")
                for example in examples
            ]

    return at_once(run, COMMANDS)


class TestHelp:
    @pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]], ids=["none", "-h", "--help"])
    def test_of_the_program(self, koryu: Koryu, golden: Golden, arguments: list[str]) -> None:
        result = koryu(*arguments)
        assert (result.code, result.err) == (0, "")
        golden("help-80", result.out)

    @pytest.mark.parametrize("command", COMMANDS)
    def test_of_a_command(self, koryu: Koryu, golden: Golden, command: str) -> None:
        result = koryu(command, "-h")
        assert (result.code, result.err) == (0, "")
        golden(f"help-{command}-80", result.out)

    @pytest.mark.parametrize("width", [30, 40, 60, 120])
    def test_at_other_widths(self, koryu: Koryu, golden: Golden, width: int) -> None:
        golden(f"help-{width}", koryu("--help", terminal=width).out)
        golden(f"help-list-{width}", koryu("list", "--help", terminal=width).out)

    @pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
    @pytest.mark.parametrize("command", ["", *COMMANDS])
    def test_fits_the_terminal(self, koryu: Koryu, command: str, width: int) -> None:
        out = koryu(*command.split(), "--help", terminal=width).out
        assert max(map(cell_len, out.splitlines())) <= width

    @pytest.mark.parametrize("command", COMMANDS)
    def test_examples_run(self, command: str) -> None:
        examples = example_runs()[command]
        assert len(examples) >= 2
        assert [(run.args, run.stderr) for run in examples if run.returncode] == []

    @pytest.mark.parametrize("command", [name for name in COMMANDS if hasattr(FORMATS, name)])
    def test_every_command_with_formats_has_the_option(self, koryu: Koryu, command: str) -> None:
        assert "--format" in koryu(command, "--help").out

    @pytest.mark.parametrize("command", [name for name in COMMANDS if not hasattr(FORMATS, name)])
    def test_no_other_command_has_it(self, koryu: Koryu, command: str) -> None:
        assert "--format" not in koryu(command, "--help").out

    def test_is_plain_in_a_pipe_whatever_runs_it(self) -> None:
        assert "\x1b" not in shell("koryu --help", GITHUB_ACTIONS="1").stdout

    def test_version_is_a_line(self, koryu: Koryu) -> None:
        for option in ("--version", "-V"):
            assert koryu(option) == (0, f"koryu {__version__}\n", "")


MISTAKES = {
    "command": (["lits"], ["「lits」", "もしかして: list"]),
    "option": (["list", "--contry", "韓国"], ["「--contry」", "--country"]),
    "option-of-another-command": (["list", "--every", "1"], ["「--every」"]),
    "no-value": (["list", "--country"], ["「--country」"]),
    "value-for-a-flag": (["list", "--json=1"], ["「--json」"]),
    "extra-argument": (["list", "韓国"], ["余分な引数", "「韓国」", "koryu list --help"]),
    "color": (["--color", "allways", "list"], ["「allways」", "もしかして: always"]),
    "no-term": (["search"], ["koryu search"]),
}


@pytest.mark.parametrize(("arguments", "says"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_what_would_work(
    koryu: Koryu, arguments: list[str], says: list[str]
) -> None:
    result = koryu(*arguments)
    assert (result.code, result.out) == (2, "")
    assert [part for part in says if part not in result.err] == []


class TestStreams:
    @pytest.mark.parametrize(
        "command",
        [
            "koryu list -o csv | true",
            "koryu list | head -1",
            "koryu show 1-25 | head -1",
            "koryu --help | true",
        ],
    )
    def test_a_reader_that_has_had_enough_is_no_error(self, command: str) -> None:
        result = shell(f"set -o pipefail; {command}")
        assert result.returncode in (0, 141)
        assert result.stderr in ("", "25 件（この調査の個票 25 件のうち）\n")

    def test_only_remarks_go_to_standard_error(self) -> None:
        assert shell("koryu list 2>&1 >/dev/null").stdout == (
            "25 件（この調査の個票 25 件のうち）\n"
        )
        assert shell("koryu list --json").stderr == ""

    def test_interrupt_is_quiet(self) -> None:
        process = subprocess.Popen(
            [*KORYU, "--data", "-", "list"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdin is not None
        process.stdin.write(b"\n" * 2**20)  # more than the pipe holds: koryu has begun to read
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=120) == (b"", b"")
        assert process.returncode == 130

    def test_a_terminal_as_standard_input_is_not_waited_for(self) -> None:
        result = shell('script -qec "$0 -m koryu_cli show -" /dev/null'.replace("$0", KORYU[0]))
        assert "標準入力から" in result.stdout


class TestEncodings:
    @pytest.mark.parametrize(
        "environment",
        [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": ""}, {"LANG": ""}],
        ids=["C", "POSIX", "unset"],
    )
    def test_utf8_stays_in_a_plain_locale(self, environment: dict[str, str]) -> None:
        result = shell("koryu list -c 韓国 --columns japan -o csv", **environment)
        assert result.returncode == 0
        assert "青森県六ヶ所村" in result.stdout

    @pytest.mark.parametrize("encoding", ["ascii", "cp932"])
    @pytest.mark.parametrize("command", ["list", "show 13", "list --json", "--help"])
    def test_what_an_encoding_lacks_is_escaped(self, command: str, encoding: str) -> None:
        result = subprocess.run(
            [*KORYU, *command.split()],
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert (result.returncode, b"Traceback" in result.stderr) == (0, False)
        is_utf_8 = "--json" in command
        assert len(result.stdout.decode("utf-8" if is_utf_8 else encoding)) > 100

    @pytest.mark.parametrize(
        "command",
        [
            "list --json",
            "list -o ndjson",
            "list -o csv --bom",
            "show 17 --json",
            "list -o html",
            "stats --json",
            "date 平成24 --json",
            "schema",
            "anniversaries --in 2027 -o ical",
        ],
    )
    def test_formats_with_an_encoding_of_their_own_keep_it(self, command: str) -> None:
        """A redirection in a Japanese Windows has the encoding CP932."""
        plain, redirected = (
            shell(f"koryu {command}", PYTHONIOENCODING=encoding) for encoding in ("utf-8", "cp932")
        )
        assert (redirected.returncode, redirected.stdout) == (0, plain.stdout)

    def test_what_is_redirected_is_read_again(self, tmp_path: Path) -> None:
        file = tmp_path / "all.json"
        command = f"koryu list --json > {file}; koryu --data {file} list --count"
        assert shell(command, PYTHONIOENCODING="cp932").stdout == "25\n"


HOSTILE = {
    "colour": "\x1b[31mred",
    "clipboard": "\x1b]52;c;aGk=\x07",
    "csi-8-bit": "\x9b31m",
    "carriage-return": "a\rb",
    "bidi": "a\u202eb\u2066c",
    "markup": "[red]x[/red][/][link=http://x]y[/link]:smile:",
    "newline-and-tab": "a\n\tb",
}


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest, records: list[dict[str, Any]], tmp_path: Path) -> Path:
    """A data file with text that would act on a terminal, or be read as markup."""
    text = request.param
    record = records[0]
    record["title"] = record["agreement"] = f"覚書{text}"
    record["kind"] = "その他"
    record["background"] = record["outcomes"] = f"平成24年{text}"
    record["contacts"][0]["departments"] = [text]
    record["overseas"][0]["divisions"] = [text]
    record["overseas"][0]["name"] = f"中華人民共和国{text}"
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps([record], ensure_ascii=False), "utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["list", "-o", "csv"],
        ["list", "-o", "tsv"],
        ["list", "-o", "markdown"],
        ["show", "1"],
        ["search", "覚書"],
        ["stats", "--across", "kind"],
        ["timeline"],
        ["timeline", "--json"],
        ["anniversaries", "--in", "2026"],
        ["anniversaries", "--in", "2026", "-o", "markdown"],
        ["check"],
    ],
    ids=" ".join,
)
def test_text_of_the_data_cannot_act_on_the_terminal(
    koryu: Koryu, hostile: Path, command: list[str]
) -> None:
    result = koryu("--color", "never", "--data", str(hostile), *command, terminal=80)
    assert result.code == 0
    controls = [c for c in result.out if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160]
    controls += [c for c in result.out if 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069]
    assert controls in ([], ["\r"] * len(controls) if "csv" in command else [])


def test_markup_in_the_data_is_shown_as_it_is(
    koryu: Koryu, records: list[dict[str, Any]], tmp_path: Path
) -> None:
    markup = "[red]x[/red][/][link=http://x]y[/link]:smile:"
    records[0]["title"] = markup
    path = tmp_path / "markup.json"
    path.write_text(json.dumps(records[:1]), "utf-8")
    for command in (["show", "1"], ["list", "--columns", "title"], ["search", "red"]):
        shown = koryu("--color", "never", "--data", str(path), *command, terminal=200)
        assert markup in shown.out


class TestWidth:
    def test_of_a_pipe_is_that_of_columns_where_it_is_set(
        self, koryu: Koryu, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As in the preview of a chooser, which is no terminal."""
        widest = max(map(cell_len, koryu("list").out.splitlines()))
        monkeypatch.setenv("COLUMNS", "60")
        assert max(map(cell_len, koryu("list").out.splitlines())) <= 60 < widest
        monkeypatch.setenv("COLUMNS", "no number")
        assert max(map(cell_len, koryu("list").out.splitlines())) == widest

    def test_messages_keep_to_it_on_a_terminal(
        self, koryu: Koryu, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        screen = Terminal()
        monkeypatch.setenv("COLUMNS", "40")
        monkeypatch.setattr("sys.stderr", screen)
        koryu("list", "-p", "川崎")
        lines = screen.getvalue().splitlines()
        assert len(lines) > 1
        assert max(map(cell_len, lines)) <= 40


class TestColour:
    def test_only_on_a_terminal(self, koryu: Koryu) -> None:
        assert "\x1b[" not in koryu("show", "17").out
        assert "\x1b[" in koryu("show", "17", terminal=80).out

    @pytest.mark.parametrize(
        ("variables", "option", "expected"),
        [
            ({"FORCE_COLOR": "1"}, "auto", True),
            ({"FORCE_COLOR": "1"}, "never", False),
            ({}, "always", True),
            ({"NO_COLOR": "1"}, "always", True),
            ({"TERM": "dumb"}, "auto", False),
            ({"FORCE_COLOR": "0"}, "auto", False),
            ({"FORCE_COLOR": "false"}, "auto", False),
        ],
    )
    def test_in_a_pipe(
        self,
        koryu: Koryu,
        monkeypatch: pytest.MonkeyPatch,
        variables: dict[str, str],
        option: str,
        expected: bool,
    ) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert ("\x1b[" in koryu("--color", option, "show", "17").out) is expected

    def test_force_color_0_leaves_no_colour_on_a_terminal(
        self, koryu: Koryu, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FORCE_COLOR", "0")
        assert "\x1b[1;36m" not in koryu("show", "17", terminal=80).out
        assert "\x1b[1;36m" in koryu("--color", "always", "show", "17", terminal=80).out

    def test_no_color_leaves_no_colour_on_a_terminal(
        self, koryu: Koryu, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[1;36m" not in koryu("show", "17", terminal=80).out
        monkeypatch.setenv("TERM", "dumb")
        assert "\x1b" not in koryu("show", "17", terminal=80).out

    def test_addresses_can_be_clicked_on_a_terminal(self, koryu: Koryu) -> None:
        address = "http://www.city.saijo.ehime.jp/khome/kikikanri/index.html"
        assert f";{address}\x1b\\" in koryu("show", "17", terminal=80).out
        assert "\x1b]8" not in koryu("show", "17").out


class TestPager:
    """In a terminal of 24 lines, which `script` makes."""

    @staticmethod
    def on_a_terminal(arguments: str, **environment: str) -> str:
        command = f"script -qec '{sys.executable} -m koryu_cli {arguments}' /dev/null"
        return shell(command, COLUMNS="80", LINES="24", **environment).stdout

    def test_shows_what_is_longer_than_the_screen(self) -> None:
        assert "PAGED" in self.on_a_terminal("show 18", KORYU_PAGER="sed s/^/PAGED/")
        assert "PAGED" in self.on_a_terminal("show 18", PAGER="sed s/^/PAGED/")

    @pytest.mark.parametrize(
        "arguments", ["--no-pager show 18", "show 18 --json", "date 平成24", "--help", "show 99"]
    )
    def test_is_kept_away_from_all_else(self, arguments: str) -> None:
        assert "PAGED" not in self.on_a_terminal(arguments, KORYU_PAGER="sed s/^/PAGED/")

    def test_own_variable_wins(self) -> None:
        shown = self.on_a_terminal("show 18", KORYU_PAGER="cat", PAGER="sed s/^/PAGED/")
        assert "ホーチミン市" in shown
        assert "PAGED" not in shown

    def test_one_that_is_not_there_is_done_without(self) -> None:
        assert "ホーチミン市" in self.on_a_terminal("show 18", PAGER="no-such-pager")


def test_a_bug_is_one_line_that_asks_for_a_report(
    koryu: Koryu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("koryu_cli.catalogue.reading.Catalogue.select", lambda *_: 1 // 0)
    result = koryu("list")
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    assert "KORYU_DEBUG=1" in result.err
    monkeypatch.setenv("KORYU_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        koryu("list")


SAME = [
    "list",
    "show 17 3",
    "search 下水菅",
    "stats --by theme --across country",
    "timeline --json",
    "schema",
]


@pytest.mark.parametrize("command", SAME)
def test_two_runs_give_the_same_bytes(command: str) -> None:
    """Also where sets have another order, as they do in every run."""
    first, second = (shell(f"koryu {command}", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert (first.returncode, first.stderr) == (0, second.stderr)
    assert first.stdout == second.stdout


class TestOptions:
    @pytest.fixture
    def options(self) -> list[Any]:
        """Every option of every command."""
        commands = app.Commands(name="koryu")
        parameters = [p for name in COMMANDS for p in commands.get_command(None, name).params]
        return [each for each in parameters if each.param_type_name == "option"]

    def test_every_short_one_has_a_long_form(self, options: list[Any]) -> None:
        assert all(any(name.startswith("--") for name in option.opts) for option in options)

    def test_the_same_one_means_the_same_everywhere(self, options: list[Any]) -> None:
        meanings: dict[str, set[str]] = {}
        for option in options:
            for name in option.opts:
                meanings.setdefault(name, set()).add(option.help)
        assert {name: found for name, found in meanings.items() if len(found) > 1} == {}

    def test_their_order_does_not_matter(self, koryu: Koryu) -> None:
        words = [["-c", "韓国"], ["--json"], ["--sort", "-date"], ["-t", "環境"]]
        outs = {
            koryu("list", *(word for words in order for word in words)).out
            for order in permutations(words)
        }
        assert len(outs) == 1
        assert koryu("show", "--json", "17") == koryu("show", "17", "--json")
