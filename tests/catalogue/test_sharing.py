"""Long files: read in parts by several processes, with the same outcome as in one piece."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, Koryu, Terminal

from koryu_cli import aside
from koryu_cli.catalogue import processes, reading
from koryu_cli.catalogue.problems import InvalidDataError
from koryu_cli.catalogue.reading import Catalogue
from koryu_cli.errors import DataError

LINES = [json.dumps(record, ensure_ascii=False) for record in json.loads(DATA.read_text("utf-8"))]


LAYOUTS: dict[str, Callable[[list[str]], str]] = {
    "lines": lambda texts: "\n".join(texts) + "\n",
    "array": lambda texts: json.dumps(list(map(json.loads, texts)), ensure_ascii=False, indent=2),
    "dense": lambda texts: f"[{','.join(texts)}]",
}


@pytest.fixture(params=list(LAYOUTS.values()), ids=list(LAYOUTS))
def data_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The shipped records, the higher numbers first."""
    path = tmp_path / "data.json"
    path.write_text(request.param(LINES[::-1]), "utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """The same, a record a line."""
    path = tmp_path / "data.ndjson"
    path.write_text(LAYOUTS["lines"](LINES[::-1]), "utf-8")
    return path


@pytest.fixture(params=[2, 5])
def parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Into how many parts a file is shared, however short it is; no record is kept."""
    monkeypatch.setattr(processes, "available", lambda: request.param)
    monkeypatch.setattr(reading, "SHARED_FROM", 1)
    monkeypatch.setattr(reading, "HELD", 0)
    count: int = request.param
    return count


def read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be read in one piece again."""
    monkeypatch.setattr(reading, "SHARED_FROM", 2**40)
    monkeypatch.setattr(reading, "HELD", 1000)


QUESTIONS = [
    ["list", "-o", "ndjson"],
    ["list", "--json", "--sort=-date", "--limit", "3"],
    ["list", "-c", "韓国", "--count"],
    ["list", "-o", "ids"],
    ["list"],
    ["show", "25", "3-5"],
    ["search", "下水", "研修"],
    ["search", "下永"],
    ["search", "職員", "--json"],
    ["stats", "--by", "year", "--across", "country"],
    ["stats", "--by", "fiscal-year", "--json"],
    ["timeline", "9", "--json"],
    ["anniversaries", "--in", "2027"],
    ["check"],
]


@pytest.mark.usefixtures("parts")
class TestParts:
    @pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
    def test_give_the_answer_that_the_whole_gives(
        self, koryu: Koryu, data_file: Path, question: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shared = koryu("--data", str(data_file), *question)
        read_whole(monkeypatch)
        assert shared == koryu("--data", str(data_file), *question)

    @pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
    def test_of_lines_are_all_that_is_read(
        self, koryu: Koryu, lines: Path, question: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where a part fails, the whole is read instead, which would hide the fault."""

        def refuse(*_: object) -> None:
            raise AssertionError("the whole file is read")

        monkeypatch.setattr(Catalogue, "_whole", refuse)
        assert koryu("--data", str(lines), *question).code == 0

    @pytest.mark.parametrize(
        "damage",
        [
            lambda text: text.replace('"id": 3,', '"id": 21,'),
            lambda text: text.replace('"page": 25', '"page": 0', 1).replace("契約", ""),
            lambda text: text.replace("平成24年5月23日", "平成24年5月33日"),
            lambda text: text[:-30],
            lambda text: text + "null\n",
            lambda text: text.replace("\n", "\n\n", 5) + "{",
        ],
        ids=["number-twice", "page", "date", "cut", "null", "brace"],
    )
    def test_report_the_problems_that_the_whole_has(
        self,
        data_file: Path,
        damage: Callable[[str], str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        data_file.write_text(damage(data_file.read_text("utf-8")), "utf-8")
        with pytest.raises(DataError) as shared:
            reading.read(str(data_file))
        read_whole(monkeypatch)
        with pytest.raises(DataError) as whole:
            reading.read(str(data_file))
        assert str(shared.value) == str(whole.value)
        assert isinstance(shared.value, InvalidDataError) is isinstance(
            whole.value, InvalidDataError
        )

    def test_count_all_records(self, data_file: Path) -> None:
        counted = Catalogue(str(data_file)).count(lambda _: True)
        assert counted.value == counted.total == 25

    @pytest.mark.parametrize("count", [1, 2, 8])
    @pytest.mark.parametrize("size", [0, 1, 2, 5, 4096, 99_999])
    def test_each_read_a_part_of_what_is_left(self, size: int, count: int) -> None:
        """The parts are the whole file, and none is longer than the share of those before it."""
        bounds = reading._bounds(size, count)
        assert (bounds[0], bounds[-1]) == (0, size)
        lengths = [end - start for start, end in pairwise(bounds)]
        assert all(lengths)
        assert lengths == sorted(lengths, reverse=True)
        assert all(
            length <= max(1, (size - start) / count)
            for start, length in zip(bounds, lengths, strict=False)
        )


class TwoTasks:
    """A task for each of two processes, neither of which can take both."""

    def __init__(self, here: Callable[[], object], there: Callable[[], object]) -> None:
        """Take what this process is to do, and what the other one, which it waits for."""
        self.here, self.there = here, there
        self.process = os.getpid()
        self.waiting, self.beginning = os.pipe()

    def __call__(self) -> object:
        if os.getpid() == self.process:
            os.read(self.waiting, 1)
            return self.here()
        os.write(self.beginning, b"!")
        return self.there()

    def share(self) -> list[object]:
        try:
            return processes.share([self, self], 2)
        finally:
            os.close(self.waiting)
            os.close(self.beginning)


class TestProcesses:
    @pytest.mark.parametrize("count", [1, 2, 9])
    def test_results_come_in_the_order_of_the_tasks(self, count: int) -> None:
        tasks = [lambda number=number: (number, "協" * number) for number in range(1000, 1005)]
        results = processes.share(tasks, count)
        assert results == [(number, "協" * number) for number in range(1000, 1005)]

    def test_there_are_256_tasks_at_most(self) -> None:
        assert processes.share([os.getpid] * 256, 1) == [os.getpid()] * 256
        with pytest.raises(ValueError, match="256"):
            processes.share([os.getpid] * 257, 1)

    def test_each_process_takes_a_task_that_none_has_taken(self) -> None:
        here, there = TwoTasks(os.getpid, os.getpid).share()
        assert here != there

    @pytest.mark.parametrize(
        "failure",
        [lambda: 1 // 0, lambda: os._exit(0), lambda: os.kill(os.getpid(), 9), lambda: lambda: 0],
        ids=["exception", "exit", "killed", "no-answer-to-hand-over"],
    )
    def test_one_that_fails_is_an_error(self, failure: Callable[[], object]) -> None:
        with pytest.raises(processes.WorkerError):
            TwoTasks(object, failure).share()

    @pytest.mark.skipif(not hasattr(os, "waitid"), reason="the end of a process is waited for")
    def test_where_one_fails_the_rest_is_not_done(self) -> None:
        done: list[object] = []
        both = TwoTasks(lambda: os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT), lambda: 1 // 0)
        tasks: list[Callable[[], object]] = [both, both, lambda: done.append("more")]
        with pytest.raises(processes.WorkerError):
            processes.share(tasks, 2)
        assert done == []

    def test_none_is_left_behind(self) -> None:
        with pytest.raises(ZeroDivisionError):
            TwoTasks(lambda: 1 // 0, signal.pause).share()
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)

    def test_where_there_are_none_the_file_is_read_in_one_piece(
        self, koryu: Koryu, lines: Path, parts: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse() -> int:
            raise BlockingIOError("Resource temporarily unavailable")

        monkeypatch.setattr(os, "fork", refuse)
        assert koryu("--data", str(lines), "list", "--count").out == "25\n"
        monkeypatch.delattr(os, "fork")
        read_whole(monkeypatch)
        assert parts


@pytest.mark.usefixtures("parts")
class TestChangingFile:
    """A record that was selected is read again when it is shown."""

    def selected(self, path: Path) -> Any:
        return Catalogue(str(path)).select(lambda agreement: agreement.id > 20).value

    def test_that_disappears_is_an_error(self, lines: Path) -> None:
        selection = self.selected(lines)
        lines.unlink()
        with pytest.raises(DataError, match="見つかりません"):
            list(selection)

    @pytest.mark.parametrize(
        "change",
        [lambda text: text[:500], lambda text: " " + text, lambda text: text.replace("2", "3")],
        ids=["cut", "moved", "rewritten"],
    )
    def test_that_is_another_is_an_error(self, lines: Path, change: Callable[[str], str]) -> None:
        selection = self.selected(lines)
        lines.write_text(change(lines.read_text("utf-8")), "utf-8")
        with pytest.raises(DataError, match="読んでいる間にデータファイルが変わりました"):
            list(selection)

    def test_that_is_another_of_the_same_name_is_not_mixed_with_it(
        self, lines: Path, tmp_path: Path
    ) -> None:
        """A program that writes a file anew puts it in the place of the old one as a whole."""
        other = tmp_path / "other.ndjson"
        other.write_text(lines.read_text("utf-8").replace('"id": ', '"id": 1'), "utf-8")

        def collect(entries: Iterator[reading.Entry]) -> list[int]:
            numbers = []
            for agreement, _ in entries:
                with suppress(FileNotFoundError):
                    other.replace(lines)
                numbers.append(agreement.id)
            return numbers

        found = Catalogue(str(lines)).gather(collect)
        assert sorted(chain.from_iterable(found.value)) == list(range(1, 26))

    def test_that_grows_is_none(self, lines: Path) -> None:
        selection = self.selected(lines)
        with lines.open("a", encoding="utf-8") as file:
            file.write("more\n")
        assert [agreement.id for agreement in selection] == [21, 22, 23, 24, 25]


def many(path: Path, count: int) -> Path:
    """Write so many records, about two kilobytes each, their order broken up."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            line = LINES[number % len(LINES)]
            file.write(f'{{"id": {(number ^ 1) + 1}{line[line.index(",") :]}\n')
    return path


PEAK = """
import re, resource, sys
from pathlib import Path
from koryu_cli.__main__ import main
try:
    main()
finally:
    own = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(max(int(own[1]), others), file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize("question", ["list -c 韓国 --count", "list -o ndjson", "stats --json"])
def test_memory_does_not_grow_with_the_file(question: str, tmp_path: Path) -> None:
    peaks, sizes = [], []
    for count in (4_000, 24_000):
        path = many(tmp_path / f"{count}.ndjson", count)
        process = subprocess.run(
            [sys.executable, "-c", PEAK, "--data", str(path), *question.split()],
            capture_output=True,
            check=True,
        )
        peaks.append(int(process.stderr.split()[-1]) * 1024)
        sizes.append(path.stat().st_size)
    assert peaks[1] - peaks[0] < 0.1 * (sizes[1] - sizes[0])
    assert peaks[1] < 150 * 2**20


class TestProgress:
    """On a terminal a reading that takes longer than a second says how far it is."""

    def read(self, path: Path, monkeypatch: pytest.MonkeyPatch, *, patience: float) -> str:
        from koryu_cli.output import Output

        screen = Terminal()
        monkeypatch.setattr(aside.Progress, "PATIENCE", patience)
        monkeypatch.setattr(reading, "STEP", 5)
        monkeypatch.setattr(sys, "stderr", screen)
        Catalogue(str(path), Output().progress()).count(lambda _: True)
        return screen.getvalue()

    def test_is_shown_and_taken_away(self, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shown = self.read(lines, monkeypatch, patience=0)
        steps = shown.split("\r")[1:-2]
        assert len(steps) == 5
        percents = [int(step.removeprefix("読み込んでいます... ").rstrip("%")) for step in steps]
        assert percents == sorted(percents)
        assert shown.endswith("\r" + " " * 30 + "\r")

    def test_speaks_of_all_processes(self, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What this one has read of its part, the other one has read of another."""
        told: list[tuple[int, int | None]] = []
        monkeypatch.setattr(aside.Progress, "tell", lambda _, *part: told.append(part))
        monkeypatch.setattr(reading, "STEP", 1)
        monkeypatch.setattr(reading, "SHARED_FROM", 1)
        monkeypatch.setattr(processes, "available", lambda: 3)
        monkeypatch.setattr(processes, "share", lambda tasks, _: [task() for task in tasks])
        Catalogue(str(lines), aside.Progress()).count(lambda _: True)
        size = lines.stat().st_size
        texts = lines.read_bytes().splitlines(keepends=True)
        places = list(accumulate(map(len, texts[:-1]), initial=0))
        of_first, of_second = (
            [place - start for place in places if start <= place < end]
            for start, end in pairwise(reading._bounds(size, 3)[:3])
        )
        second = reading._bounds(size, 3)[1]
        read = len(of_first) + len(of_second)
        assert min(len(of_first), len(of_second)) > 1
        assert [done for done, _ in told[: len(of_first)]] == [3 * way for way in of_first]
        assert [done - second for done, _ in told[len(of_first) : read]] == [
            3 * way for way in of_second
        ]
        assert len(told) == 25
        assert max(done for done, _ in told) <= size
        assert {whole for _, whole in told} == {size}

    def test_begins_again_where_the_whole_is_read_to_find_a_fault(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = lines.read_text("utf-8")
        lines.write_text(text + text.splitlines()[0] + "\n", "utf-8")
        monkeypatch.setattr(reading, "SHARED_FROM", 1)
        monkeypatch.setattr(processes, "available", lambda: 2)
        monkeypatch.setattr(processes, "share", lambda tasks, _: [task() for task in tasks])
        with pytest.raises(InvalidDataError):
            self.read(lines, monkeypatch, patience=0)
        assert isinstance(sys.stderr, Terminal)
        shown = [int(each) for each in re.findall("([0-9]+)%", sys.stderr.getvalue())]
        assert shown != sorted(shown)
        assert shown[-5:] == sorted(shown[-5:])
        assert shown[-1] >= 90

    def test_is_told_by_this_process_alone(
        self, lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log = tmp_path / "processes"
        log.touch()

        def tell(*_: object) -> None:
            with log.open("a", encoding="ascii") as file:
                file.write(f"{os.getpid()}\n")

        monkeypatch.setattr(aside.Progress, "tell", tell)
        monkeypatch.setattr(reading, "STEP", 1)
        monkeypatch.setattr(reading, "SHARED_FROM", 1)
        monkeypatch.setattr(processes, "available", lambda: 4)
        Catalogue(str(lines), aside.Progress()).count(lambda _: True)
        assert set(log.read_text("ascii").split()) <= {str(os.getpid())}

    def test_never_goes_back(self, monkeypatch: pytest.MonkeyPatch) -> None:
        screen = Terminal()
        monkeypatch.setattr(aside.Progress, "PATIENCE", 0)
        monkeypatch.setattr(sys, "stderr", screen)
        progress = aside.Progress()
        for done in (50, 44, 60):
            progress.tell(done, 100)
        progress.end()
        progress.tell(1, 100)
        assert re.findall("[0-9]+%", screen.getvalue()) == ["50%", "60%", "1%"]

    def test_is_kept_away_from_a_short_reading(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert self.read(lines, monkeypatch, patience=60) == ""

    def test_is_kept_away_from_a_pipe(self, koryu: Koryu, lines: Path) -> None:
        assert koryu("--data", str(lines), "list", "--count").err == ""


@pytest.mark.parametrize("end", ["TERM", "INT", "HUP", "KILL"])
def test_no_process_outlives_koryu(end: str, tmp_path: Path) -> None:
    """Not even one that would go on for ever, however koryu itself ends."""
    script = tmp_path / "endless.py"
    script.write_text(
        "import os, signal, time\n"
        "from koryu_cli.catalogue import processes\n"
        "def endless():\n"
        "    print(os.getpid(), flush=True)\n"
        "    while True: time.sleep(1)\n"
        "signal.signal(signal.SIGINT, lambda *_: os._exit(130))\n"
        "processes.share([endless, endless], 2)\n"
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.pid in {int(process.stdout.readline()) for _ in range(2)}
        process.send_signal(getattr(signal, f"SIG{end}"))
        # Its output ends when the last process that could write to it has ended.
        assert process.communicate(timeout=60)[0] == b""


def test_a_process_that_fails_says_so_to_who_looks_for_faults(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for wanted, said in (("", ""), ("1", "ZeroDivisionError")):
        monkeypatch.setenv("KORYU_DEBUG", wanted)
        with pytest.raises(processes.WorkerError):
            TwoTasks(object, lambda: 1 // 0).share()
        assert said in capfd.readouterr().err


def test_of_a_process_that_is_killed_the_other_one_says_so(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KORYU_DEBUG", "1")
    with pytest.raises(processes.WorkerError):
        TwoTasks(object, lambda: os.kill(os.getpid(), signal.SIGKILL)).share()
    assert capfd.readouterr().err.count("\n") == 1
