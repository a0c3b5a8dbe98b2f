"""`--output`: a file is written whole or not at all, in the format that its ending means."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, KORYU, Koryu, shell

from koryu_cli.saving import save

OLD = b"what was there before"


def names(directory: Path) -> list[str]:
    """What is in a directory."""
    return [path.name for path in directory.iterdir()]


@pytest.mark.parametrize(
    ("name", "command", "beginning"),
    [
        ("a.csv", ["list"], "\ufeff番号,".encode()),
        ("a.CSV", ["stats"], "\ufeff国,".encode()),
        ("a.tsv", ["list"], "番号\t".encode()),
        ("a.json", ["list"], b'[\n  {\n    "id": 1,'),
        ("a.ndjson", ["list"], b'{"id":1,'),
        ("a.jsonl", ["timeline", "9"], b'{"id":9,'),
        ("a.md", ["search", "下水"], "| 番号 |".encode()),
        ("a.html", ["timeline", "9"], b"<!DOCTYPE html>\n"),
        ("a.htm", ["anniversaries", "--in", "2027"], b"<!DOCTYPE html>\n"),
        ("a.xlsx", ["stats", "--across", "theme"], b"PK"),
        ("a.txt", ["list"], "番号  ".encode()),
        ("a.txt", ["show", "17"], b"17  "),
        ("a.ics", ["anniversaries", "--in", "2027"], b"BEGIN:VCALENDAR\r\n"),
        ("a.csv", ["date", "平成24"], "\ufeff".encode()),
        ("a.json", ["check"], b"["),
        ("a.csv", ["list", "-o", "ids"], b"1\n2\n"),
        ("a.dat", ["list", "--json"], b"[\n"),
        ("a", ["list", "-o", "tsv"], "番号\t".encode()),
    ],
)
def test_the_ending_means_the_format(
    koryu: Koryu, tmp_path: Path, name: str, command: list[str], beginning: bytes
) -> None:
    path = tmp_path / name
    result = koryu(*command, "-O", str(path))
    assert (result.code, result.out) == (0, "")
    assert path.read_bytes().startswith(beginning)
    assert f"「{path}」に書きました。\n" in result.err
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("arguments", [["list"], ["stats"], ["show", "17"], ["list", "--json"]])
def test_a_file_holds_what_standard_output_would(
    koryu: Koryu, tmp_path: Path, arguments: list[str]
) -> None:
    """Also when standard output is a terminal: nothing of its width or colours."""
    path = tmp_path / "a.json" if "--json" in arguments else tmp_path / "a.txt"
    printed = koryu(*arguments).out
    koryu(*arguments, "-O", str(path), terminal=40)
    assert path.read_text("utf-8") == printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["list", "-O", "a.pdf"],
            "「a.pdf」の末尾からは形式が決まりません。使える末尾: .txt .json",
        ),
        (["list", "-O", "a"], "「a」の末尾からは形式が決まりません"),
        (["stats", "-O", "a.ics"], "「a.ics」の末尾からは形式が決まりません"),
        (["list", "--count", "-O", "a.txt"], "--count は件数を画面に示します"),
        (["list", "-o", "xlsx"], "この形式は端末に表示できません"),
    ],
)
def test_what_cannot_be_written_is_refused(
    koryu: Koryu,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = koryu(*arguments, terminal=80)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert names(tmp_path) == []


class TestFaults:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "a.csv"
        path.write_bytes(OLD)
        return path

    def test_a_full_disk(self, koryu: Koryu) -> None:
        result = koryu("list", "-o", "csv", "-O", "/dev/full")
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("koryu: 「/dev/full」に書けません（")

    def test_a_disk_that_fills_up(self, path: Path) -> None:
        """A limit on the size of files stands for the disk."""
        command = f"ulimit -f 4; trap '' XFSZ; koryu list -O {path}"
        result = shell(command, PYTHONDONTWRITEBYTECODE="1")
        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr.startswith(f"koryu: 「{path}」に書けません（")
        assert path.read_bytes() == OLD
        assert names(path.parent) == [path.name]

    def test_no_permission(self, path: Path, request: pytest.FixtureRequest) -> None:
        """A file that may not be written is not replaced, though its directory would allow it."""
        path.chmod(0o444)
        path.parent.chmod(0o777)
        request.getfixturevalue("unprivileged")
        with pytest.raises(PermissionError):
            save(str(path), ["new"])
        assert path.read_bytes() == OLD
        assert names(path.parent) == [path.name]

    def test_a_directory_that_may_not_be_written(
        self, tmp_path: Path, request: pytest.FixtureRequest
    ) -> None:
        directory = tmp_path / "shared"
        directory.mkdir()
        directory.chmod(0o555)
        tmp_path.chmod(0o755)
        request.getfixturevalue("unprivileged")
        with pytest.raises(PermissionError):
            save(str(directory / "a.csv"), ["new"])
        assert names(directory) == []

    def test_an_end_as_soon_as_there_is_a_file(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The signal comes before the function that made the file has returned."""
        opening = Path.open

        def ended(part: Path, mode: str) -> Any:
            if mode == "xb":
                opening(part, mode).close()
                signal.raise_signal(signal.SIGTERM)
            return opening(part, mode)

        monkeypatch.setattr(Path, "open", ended)
        with pytest.raises(SystemExit):
            save(str(path), ["new"])
        assert path.read_bytes() == OLD
        assert names(path.parent) == [path.name]

    def test_a_link_to_itself(self, koryu: Koryu, tmp_path: Path) -> None:
        link = tmp_path / "a.csv"
        link.symlink_to(link)
        assert koryu("list", "-O", str(link)).code == 1
        assert names(tmp_path) == ["a.csv"]

    @pytest.fixture
    def unprivileged(self, tmp_path: Path) -> Iterator[None]:
        """Let this process be a user who may not write everywhere."""
        if os.geteuid() != 0:
            yield
            return
        for directory in tmp_path.parents[:3]:  # one of them is a worker's of pytest-xdist
            directory.chmod(0o755)
        os.seteuid(65534)
        yield
        os.seteuid(0)

    def test_a_directory(self, koryu: Koryu, tmp_path: Path) -> None:
        directory = tmp_path / "a.csv"
        directory.mkdir()
        assert koryu("list", "-O", str(directory)).code == 1
        assert names(tmp_path) == ["a.csv"]

    def test_no_directory(self, koryu: Koryu, tmp_path: Path) -> None:
        result = koryu("list", "-O", str(tmp_path / "none" / "a.csv"))
        assert result.code == 1
        assert names(tmp_path) == []

    def test_data_that_are_not_valid(self, koryu: Koryu, path: Path) -> None:
        result = koryu("list", "-O", str(path), "--data", "-", stdin='[{"id": 1}]')
        assert (result.code, path.read_bytes()) == (3, OLD)
        assert "書きました" not in result.err

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_an_end_half_way(self, path: Path, number: signal.Signals) -> None:
        """The lines of a pipe are answered one by one, so that the file is still being written."""
        command = [*KORYU, "date", "-", "-o", "csv", "-O", str(path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            assert process.stdin
            process.stdin.write("平成24\n".encode())
            process.stdin.flush()
            while len(names(path.parent)) < 2:
                assert process.poll() is None
                time.sleep(0.01)
            process.send_signal(number)
            assert process.wait(10) == 128 + number
        assert path.read_bytes() == OLD
        assert names(path.parent) == [path.name]


def test_signals_mean_afterwards_what_they_meant_before(tmp_path: Path) -> None:
    """One that is ignored (nohup) is ignored meanwhile, too."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    interrupt = signal.getsignal(signal.SIGINT)

    def chunks() -> Iterator[str]:
        assert signal.getsignal(signal.SIGINT) != interrupt
        signal.raise_signal(signal.SIGHUP)
        yield "new"

    try:
        save(str(tmp_path / "a.csv"), chunks())
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    assert signal.getsignal(signal.SIGINT) == interrupt
    assert (tmp_path / "a.csv").read_text("utf-8") == "new"


def test_a_file_may_be_written_that_is_read(koryu: Koryu, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(DATA.read_bytes())
    assert koryu("--data", str(path), "list", "-c", "韓国", "-O", str(path)).code == 0
    assert [each["id"] for each in json.loads(path.read_bytes())] == [9, 10, 11, 12, 13, 14, 25]


def test_a_file_keeps_its_mode_and_a_link_its_target(koryu: Koryu, tmp_path: Path) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_bytes(OLD)
    path.chmod(0o640)
    link.symlink_to(path)
    assert koryu("list", "-O", str(link)).code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() != OLD


def test_a_link_to_nothing_leads_to_the_new_file(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    save(str(link), ["new"])
    assert link.is_symlink()
    assert target.read_text("utf-8") == "new"
    assert sorted(names(tmp_path)) == ["link.csv", "target.csv"]


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        save(str(pipe), ["text ", b"bytes"])
        assert reader.communicate()[0] == b"text bytes"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_new_file_has_the_mode_of_others(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert shell(f"umask 027; koryu list -O {path}").returncode == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_workbook_goes_through_a_pipe(tmp_path: Path) -> None:
    printed = subprocess.run([*KORYU, "list", "-o", "xlsx"], capture_output=True, check=True).stdout
    subprocess.run([*KORYU, "list", "-O", tmp_path / "a.xlsx"], capture_output=True, check=True)
    assert printed == (tmp_path / "a.xlsx").read_bytes()


def test_a_workbook_without_openpyxl_is_one_line(
    koryu: Koryu, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl.workbook", None)
    result = koryu("list", "-O", str(tmp_path / "a.xlsx"))
    assert (result.code, result.out, result.err.count("\n")) == (3, "", 1)
    assert "pip install 'koryu-cli[excel]'" in result.err
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["list", "-o", "csv", "--no-header"], "1,平成8年6月24日,"),
        (["list", "-o", "tsv", "--no-header"], "1\t平成8年6月24日\t"),
        (["stats", "-o", "csv", "--no-header", "--bom"], "\ufeff中国,"),
        (["timeline", "9", "-o", "tsv", "--no-header"], "2009-07-01\t"),
    ],
)
def test_no_header(koryu: Koryu, arguments: list[str], first: str) -> None:
    assert koryu(*arguments).out.startswith(first)


def test_standard_output_by_its_names(koryu: Koryu) -> None:
    """`-`, and what a shell has for it: a link to a pipe that has no name of its own."""
    shown = koryu("list", "-o", "csv").out
    assert koryu("list", "-o", "csv", "-O", "-").out == shown
    assert koryu("list", "-O", "-") == koryu("list")
    command = [sys.executable, "-m", "koryu_cli", "list", "-o", "csv", "-O", "/dev/stdout"]
    result = subprocess.run(command, capture_output=True, check=True)
    assert result.stdout.decode("utf-8-sig") == shown


WHERE_NOTHING_CAN_BE_WRITTEN = {
    "in no folder": ("none/a.csv", "そのフォルダーがありません"),
    "a folder": (".", "ファイルではなくフォルダーです"),
    "a folder that is none": ("none/", "そのフォルダーがありません"),
    "a full device": ("/dev/full", "空きがありません"),
}


@pytest.mark.parametrize(
    ("file", "says"),
    WHERE_NOTHING_CAN_BE_WRITTEN.values(),
    ids=WHERE_NOTHING_CAN_BE_WRITTEN,
)
def test_why_a_file_cannot_be_written(
    koryu: Koryu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = koryu("list", "-o", "csv", "-O", file)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"koryu: 「{file}」に書けません（{says}）。\n"
