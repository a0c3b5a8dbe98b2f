"""Completion: what is offered for a command line, and the three shells that ask for it."""

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import Koryu

from koryu_cli.cli import candidates

BESIDE = Path(sys.executable).parent
PATH = {"PATH": f"{BESIDE}{os.pathsep}{os.environ['PATH']}"}

# The words of a command line, the last unfinished, and values that are offered, the first first.
OFFERED: dict[str, tuple[list[str], list[str]]] = {
    "commands": ([""], ["list", "show", "search", "stats"]),
    "command": (["ti"], ["timeline"]),
    "options-before-the-command": (["--"], ["--data", "--set", "--map", "--color"]),
    "color": (["--color", ""], ["auto", "always", "never"]),
    "options": (["list", "--c"], ["--country", "--columns", "--count", "--color"]),
    "common-option-after-the-command": (["list", "--lang", ""], ["ja", "en"]),
    "countries": (["list", "-c", ""], ["中国", "韓国", "ベトナム"]),
    "country": (["list", "-c", "韓"], ["韓国"]),
    "country-in-quotes": (["list", "-c", "'韓"], ["韓国"]),
    "country-after-equals": (["list", "--country=韓"], ["--country=韓国"]),
    "country-as-bash-splits-it": (["list", "--country", "=", "韓"], ["韓国"]),
    "second-country": (["list", "-c", "韓国", "-c", "フ"], ["フランス"]),
    "prefecture": (["stats", "-p", "神"], ["神奈川県"]),
    "theme": (["search", "x", "-t", "上"], ["上下水道"]),
    "kind": (["timeline", "-k", "覚"], ["覚書"]),
    "government": (["list", "-g", "六"], ["六ヶ所村"]),
    "number": (["show", "1"], ["1", "10", "11"]),
    "second-number": (["show", "17", "2"], ["2", "20", "21"]),
    "number-with-a-page": (["open", "1"], ["12", "13", "15"]),
    "column": (["list", "--columns", "id,ja"], ["id,japan"]),
    "sort": (["list", "--sort", "da"], ["date"]),
    "sort-descending": (["list", "--sort", "-d"], ["-date"]),
    "format": (["list", "-o", "t"], ["table", "tsv"]),
    "format-of-this-command": (["anniversaries", "-o", "i"], ["ids", "ical"]),
    "facet": (["stats", "--by", "f"], ["fiscal-year"]),
    "facet-across": (["stats", "--by", "year", "--across", "k"], ["kind"]),
    "shell": (["completion", ""], ["bash", "zsh", "fish"]),
}


@pytest.fixture
def offered(koryu: Koryu, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the candidates for the end of a command line, as pairs of value and meaning."""
    monkeypatch.setenv("_KORYU_COMPLETE", "1")

    def complete(*words: str) -> list[tuple[str, ...]]:
        result = koryu(*words)
        assert (result.code, result.err) == (0, "")
        return [tuple(line.split("\t")) for line in result.out.splitlines()]

    return complete


@pytest.mark.parametrize(("words", "values"), OFFERED.values(), ids=OFFERED)
def test_what_is_offered(offered: Any, words: list[str], values: list[str]) -> None:
    assert [value for value, _ in offered(*words)][: len(values)] == values


def test_values_come_with_their_meaning(offered: Any) -> None:
    assert ("韓国", "7 件") in offered("list", "-c", "")
    assert ("17", "フェ市人民委員会と西条市の技術協力協定") in offered("show", "")
    assert ("-date", "提携年月日の逆順") in offered("list", "--sort", "-")


def test_data_file_of_the_command_line_counts(
    offered: Any, records: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(records[23:24]), "utf-8")
    assert offered("--data", str(path), "list", "-c", "") == [("フランス", "1 件")]
    assert offered("list", "--data", str(path), "-c", "") == [("フランス", "1 件")]
    monkeypatch.setenv("KORYU_DATA", str(path))
    assert [value for value, _ in offered("show", "")] == ["24"]


@pytest.mark.parametrize("layout", ["array", "ndjson"])
def test_no_more_than_the_beginning_of_a_long_file_is_read(
    offered: Any, records: list[dict[str, Any]], tmp_path: Path, layout: str
) -> None:
    many = [json.dumps({**records[13], "id": number}) for number in range(1, candidates.MOST + 1)]
    path = tmp_path / "long.json"
    text = "\n".join(many) if layout == "ndjson" else "[" + ",".join(many)
    path.write_text(text + "\nand what nobody reads", "utf-8")
    assert offered("--data", str(path), "list", "-c", "") == [("韓国", f"{candidates.MOST} 件以上")]


@pytest.mark.parametrize("data", [b"", b"[", b"\xff", b"[1, 2]", b'{"id": 1}\n', b"[" * 9999])
@pytest.mark.parametrize("words", [["list", "-c", ""], ["show", ""], ["list", "-g", ""]])
def test_data_that_cannot_be_read_offer_nothing(
    offered: Any, tmp_path: Path, data: bytes, words: list[str]
) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(data)
    assert [value for value, _ in offered("--data", str(path), *words) if value != "1"] == []
    assert offered("--data", str(tmp_path / "none.json"), *words) == []
    assert offered("--data", str(tmp_path), *words) == []


@pytest.mark.parametrize("words", [["nonsense", ""], ["list", "--nonsense", "x", "-c", "独"]])
def test_nothing_is_offered_for_nonsense(offered: Any, words: list[str]) -> None:
    assert offered(*words) == []


def test_text_of_the_data_cannot_act_on_the_terminal(
    offered: Any, records: list[dict[str, Any]], tmp_path: Path
) -> None:
    records[0]["title"] = "\x1b[31m\x9b\u202e$(reboot)`x`\n[red]"
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(records[:1]), "utf-8")
    ((value, meaning),) = offered("--data", str(path), "show", "")
    assert value == "1"
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", meaning)
    assert "$(reboot)`x`" in meaning


def script(shell: str) -> str:
    return subprocess.run(
        [BESIDE / "koryu", "completion", shell], capture_output=True, check=True, encoding="utf-8"
    ).stdout


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("koryu ti", "timeline"),
        ("koryu list -c 韓", "韓国"),
        ("koryu list --sort = -d", "-date"),
        ("koryu list --columns id,ja", "id,japan"),
        ("koryu show 24", "24"),
    ],
)
def test_in_bash(words: str, reply: str) -> None:
    ask = f"""{script("bash")}
        COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_TYPE=9
        _koryu; printf '%s\\n' "${{COMPREPLY[@]}}"; complete -p koryu"""
    found = subprocess.run(
        ["bash", "--norc", "-c", ask],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **PATH, "LC_ALL": "C.UTF-8"},
        check=True,
    ).stdout
    first, *_, registered = found.splitlines()
    assert first == reply
    assert "_koryu" in registered


@pytest.mark.parametrize("words", ["koryu --data ''", "koryu check ''", "koryu check le"])
def test_in_bash_a_file_is_completed_by_the_shell(words: str) -> None:
    ask = f"""{script("bash")}
        compopt() {{ printf '%s ' "$@"; }}
        COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_TYPE=9
        _koryu; printf '%s\n' "${{#COMPREPLY[@]}}" """
    found = subprocess.run(
        ["bash", "--norc", "-c", ask],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **PATH, "LC_ALL": "C.UTF-8"},
        check=True,
    ).stdout
    assert found == "-o default 0\n"


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("words", "before"),
    [("check ", ""), ("--data ", ""), ("--data=", "--data="), ("list --data=", "--data=")],
)
def test_in_fish_a_file_is_completed_by_the_shell(words: str, before: str, tmp_path: Path) -> None:
    (tmp_path / "koryu.fish").write_text(script("fish"), "utf-8")
    (tmp_path / "姉妹都市.csv").touch()
    ask = f"source koryu.fish; complete -C 'koryu {words}姉'"
    found = subprocess.run(
        ["fish", "--no-config", "-c", ask],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, **PATH, "LC_ALL": "C.UTF-8"},
        check=True,
    ).stdout
    assert found.partition("\t")[0].strip() == f"{before}姉妹都市.csv"


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("koryu ti", "timeline\t本文"),
        ("koryu list -c 韓", "韓国\t7 件"),
        ("koryu list --sort=-d", "--sort=-date\t提携年月日の逆順"),
        ("koryu show 24", "24\t自治体間交流"),
    ],
)
def test_in_fish(words: str, reply: str, tmp_path: Path) -> None:
    path = tmp_path / "koryu.fish"
    path.write_text(script("fish"), "utf-8")
    found = subprocess.run(
        ["fish", "--no-config", "-c", f"source {path}; complete -C '{words}'"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **PATH, "LC_ALL": "C.UTF-8"},
        check=True,
    ).stdout
    assert found.startswith(reply)


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("koryu list -c 韓\t", "list -c 韓国"),
        ("koryu timel\t", "timeline"),
        ("koryu list --sort=-d\t", "--sort=-date"),
    ],
)
def test_in_zsh(keys: str, line: str, tmp_path: Path) -> None:
    """The Tab key in an interactive zsh completes the line, which is then echoed."""
    path = tmp_path / "koryu.zsh"
    path.write_text(script("zsh"), "utf-8")
    setup = f"autoload -Uz compinit; compinit -u -D; source {path}; PS1='rea''dy> '\n"
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        ["zsh", "-f", "-i"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        env={**os.environ, **PATH, "LC_ALL": "C.UTF-8", "TERM": "dumb"},
    )
    os.close(terminal)
    try:
        os.write(controller, setup.encode())
        read_until(controller, "ready> ")
        os.write(controller, keys.encode())
        assert line in read_until(controller, line)
    finally:
        process.kill()
        process.wait()
        os.close(controller)


def read_until(terminal: int, text: str, seconds: float = 120) -> str:
    """Return what a terminal shows until `text` has appeared, or time is up."""
    shown = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end and text not in shown.decode(errors="ignore"):
        if select.select([terminal], [], [], 0.1)[0]:
            shown += os.read(terminal, 65536)
    return shown.decode(errors="ignore")
