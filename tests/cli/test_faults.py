"""What goes wrong around koryu: outputs, files, signals, and what a place may lack."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, KORYU, Koryu, at_once, shell

COMMANDS = [
    "--help",
    "--version",
    "list",
    "list --json",
    "list -o csv",
    "show 17",
    "search 下水",
    "stats",
    "timeline 17",
    "anniversaries --in 2027",
    "date 平成24",
    "open 17 --print",
    "check",
    "schema",
    "completion bash",
]


@cache
def outcomes(line: str) -> dict[str, subprocess.CompletedProcess[str]]:
    """What comes of each command in a line of the shell, where it stands for {}."""
    return at_once(lambda command: shell(line.replace("{}", command)), COMMANDS)


each_command = pytest.mark.parametrize("command", COMMANDS)


class TestOutput:
    @each_command
    def test_a_full_disk_is_one_line(self, command: str) -> None:
        result = outcomes("koryu {} >/dev/full")[command]
        assert result.returncode == 1
        assert result.stderr.splitlines()[-1].startswith("koryu: 標準出力に書けません")

    @each_command
    def test_a_reader_that_has_gone_is_no_error(self, command: str) -> None:
        result = outcomes("set -o pipefail; koryu {} | true")[command]
        assert result.returncode in (0, 141)
        assert "koryu:" not in result.stderr

    @each_command
    def test_a_closed_output_is_one_line(self, command: str) -> None:
        result = outcomes("koryu {} >&-")[command]
        assert (result.returncode, result.stderr.count("\n")) == (1, 1)

    @pytest.mark.parametrize("command", ["list", "search 下水", "show 17", "stats", "check"])
    def test_that_is_closed_hides_no_fault_of_the_data(self, command: str) -> None:
        assert shell(f"koryu --data /nowhere {command} >&-").returncode == 3

    def test_remarks_that_cannot_be_written_are_left_out(self) -> None:
        assert shell("koryu list -o ids 2>&-").stdout == shell("koryu list -o ids").stdout
        assert shell("koryu list 2>/dev/full >/dev/null").returncode == 0
        assert shell("koryu show 99 2>&-").returncode == 4


class TestInput:
    @pytest.mark.parametrize(
        ("command", "code"),
        [("list", 0), ("--data - list", 3), ("show -", 2), ("check -", 3), ("date", 0)],
    )
    def test_closed(self, command: str, code: int) -> None:
        result = shell(f"koryu {command} <&-")
        assert result.returncode == code
        assert "不具合" not in result.stderr

    @pytest.mark.parametrize("endless", ["yes", "yes 1", "yes '[1,'", "cat /dev/zero"])
    def test_that_never_ends_is_given_up(self, endless: str) -> None:
        result = shell(f"{endless} | koryu --data - list")
        assert result.returncode == 3
        assert result.stdout == ""

    def test_that_is_cut(self) -> None:
        result = shell(f"cat {DATA} {DATA} | head -c 200000 | koryu --data - list --json")
        assert (result.returncode, result.stdout) == (3, "")
        assert "値の後に余分な文字があります" in result.stderr

    @pytest.mark.parametrize(
        "question",
        ["list -c 韓国", "show 17 3", "search 下水", "search 下永", "stats", "list --sort=-date"],
    )
    def test_from_a_pipe_with_a_name(self, question: str) -> None:
        """It can be read only once."""
        piped = shell(f"koryu --data <(koryu list -o ndjson) {question}")
        assert (piped.returncode, "koryu:" in piped.stderr) == (0, False)
        assert piped.stdout == shell(f"koryu --data {DATA} {question}").stdout

    @pytest.mark.parametrize("path", ["/dev/null", "/proc/self/mem", "/dev/zero", "/proc"])
    def test_from_what_is_no_ordinary_file(self, path: str) -> None:
        result = shell(f"koryu --data {path} list")
        assert result.returncode == 3
        assert path in result.stderr


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Let this process be a user who may not read everything."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        yield
        os.seteuid(0)
    else:
        yield


def test_a_file_that_may_not_be_read(
    koryu: Koryu, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "secret.json"
    path.write_bytes(DATA.read_bytes())
    path.chmod(0)
    assert koryu("--data", str(DATA), "list", "--count").code == 0
    request.getfixturevalue("unprivileged")
    result = koryu("--data", str(path), "list", "--count")
    assert (result.code, result.out) == (3, "")
    assert "読む権限がありません" in result.err


# The time counts from when koryu turns off the collector: from then on it listens to signals.
INTERRUPT = """
import gc, os, signal, sys
from koryu_cli.__main__ import main
seconds, disable = float(sys.argv.pop(1)), gc.disable
def begin():
    disable()
    signal.setitimer(signal.ITIMER_REAL, seconds)
gc.disable = begin
signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
main()
"""


INTERRUPT_READING = """
import os, signal, sys
from koryu_cli.__main__ import main
path, program = sys.argv[2], os.getpid()
def watch(event, arguments):
    if event == "open" and arguments[0] == path and os.getpid() == program:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
signal.signal(signal.SIGALRM, lambda *_: os.kill(program, signal.SIGINT))
sys.addaudithook(watch)
main()
"""


MOMENTS = [1, 5, 10, 20, 30, 50, 70, 90, 110, 140, 180, 250]
INTERRUPTED = ["list", "list --json", "--help"]


@cache
def interrupted() -> dict[tuple[str, int], subprocess.CompletedProcess[str]]:
    """What comes of commands that are interrupted after so many milliseconds."""

    def run(case: tuple[str, int]) -> subprocess.CompletedProcess[str]:
        command, milliseconds = case
        return subprocess.run(
            [sys.executable, "-c", INTERRUPT, str(milliseconds / 1000), *command.split()],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return at_once(run, product(INTERRUPTED, MOMENTS))


class TestInterrupt:
    @pytest.mark.parametrize("milliseconds", MOMENTS)
    @pytest.mark.parametrize("command", INTERRUPTED)
    def test_is_quiet_at_any_moment(self, command: str, milliseconds: int) -> None:
        process = interrupted()[command, milliseconds]
        # At its very end Python leaves signals to the system, and the alarm here is one.
        assert process.returncode in (0, 130, -signal.SIGALRM)
        assert process.stderr in ("", "25 件（この調査の個票 25 件のうち）\n")

    def test_is_quiet_in_a_long_reading(self, long_file: Path) -> None:
        process = subprocess.run(
            [sys.executable, "-c", INTERRUPT_READING, "--data", str(long_file), "list", "--count"],
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert (process.returncode, process.stdout, process.stderr) == (130, b"", b"")

    def test_goes_to_the_pager_while_there_is_one(self) -> None:
        pager = "sh -c 'kill -INT $PPID; sleep 0.2; sed s/^/PAGED/'"
        command = f"script -qec '{' '.join(KORYU)} show 18' /dev/null"
        result = shell(command, COLUMNS="80", LINES="24", KORYU_PAGER=pager)
        assert (result.returncode, "PAGED" in result.stdout) == (0, True)


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that takes more than 50 milliseconds to read, on whatever machine."""
    records: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    path = tmp_path_factory.mktemp("long") / "long.ndjson"
    with path.open("w", encoding="utf-8") as file:
        for number in range(30_000):
            line = lines[number % len(lines)]
            file.write(f'{{"id": {number + 1}{line[line.index(",") :]}\n')
    return path


class TestBareSurroundings:
    def test_no_home_no_language_no_terminal(self) -> None:
        for arguments in (["list"], ["show", "17"], ["date", "平成24"]):
            process = subprocess.run(
                [*KORYU, *arguments], env={}, capture_output=True, check=False, cwd="/"
            )
            assert process.returncode == 0
            assert "年" in process.stdout.decode() or process.stdout == b"2012\n"

    @each_command
    def test_nothing_is_written_and_nobody_is_called(self, command: str) -> None:
        """So that a read-only file system, or no network, is no matter."""
        process = watched()[command]
        assert process.returncode == 0
        assert "forbidden" not in process.stderr


WATCHED = """
import os, sys
from koryu_cli.__main__ import main
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
def watch(event, arguments):
    if event == "open" and (arguments[2] or 0) & WRITING or event.startswith("socket."):
        print("forbidden", event, arguments, file=sys.stderr)
sys.addaudithook(watch)
main()
"""


@cache
def watched() -> dict[str, subprocess.CompletedProcess[str]]:
    """What comes of each command when it is watched for what it opens."""

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-B", "-c", WATCHED, *command.split()],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return at_once(run, COMMANDS)
