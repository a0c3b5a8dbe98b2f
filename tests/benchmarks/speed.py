"""How quick koryu is from outside: its start, and 100,000 records, beside what else there is.

Run by hand: `python tests/benchmarks/speed.py [records]`. Every command is a process of its own,
the commands of a group in turns, and the median counts. The records differ in every part (see
`records.py`). Beside koryu stand the least that Python and Typer take, the smallest Typer programs
of the same kind, jq, and sqlite-utils, where they are installed. Ratios are what can be compared;
seconds belong to the machine and the hour. Processor time is that of koryu on one processor.
"""

import compileall
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen, check_call
from time import perf_counter
from typing import NamedTuple

import koryu_cli

ROUNDS = {"start": 15, "scale": 3}
KORYU = str(Path(sys.executable).with_name("koryu"))
PYTHON = sys.executable
SMALLEST = """
from typing import Annotated
import typer
from pydantic import BaseModel

class Record(BaseModel):
    country: str
    count: int = 7

app = typer.Typer()

@app.command()
def run(country: Annotated[str, typer.Option()]) -> None:
    record = Record(country=country)
"""
ENDINGS = {
    "json": "    typer.echo(record.model_dump_json())\n",
    "table": """
    from rich.console import Console
    from rich.table import Table
    table = Table("country", "count")
    table.add_row(record.country, str(record.count))
    Console().print(table)
""",
}
KOREAN = 'any(.overseas[]; .country == "KR")'
COUNTING = f"reduce inputs as $r (0; if ($r | {KOREAN}) then . + 1 else . end)"
COUNT = "list -c 韓国 --count"
# How many words of the name are the question, what it is held beside, and its limit.
QUESTIONS = {
    COUNT: (4, "jq", "<= 0.6, with one processor 1.0, 80 MiB"),
    f"{COUNT} (array)": (4, "jq, array", "<= 1.0"),
    "list --count": (2, COUNT, ""),
    "search 下水 環境": (3, COUNT, "<= 2.0"),
    "stats --by year --across theme": (5, COUNT, "<= 1.3"),
    "timeline -c 韓国": (3, COUNT, "25 s, 200 MiB"),
    "list -o ndjson": (3, COUNT, ""),
}

Command = Sequence[str]


class Figure(NamedTuple):
    """What a command takes: seconds, seconds of processor time, the peak of its memory in bytes."""

    seconds: float
    processor: float
    peak: int


def measure(commands: dict[str, Command], rounds: int) -> dict[str, Figure]:
    """Run commands in turns, once uncounted, and return the median of each."""
    figures: dict[str, list[Figure]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            figures[name].append(run(command))
    return {
        name: Figure(*map(median, zip(*all_[1:], strict=True))) for name, all_ in figures.items()
    }


def run(command: Command) -> Figure:
    """Run a command without a terminal."""
    begun = perf_counter()
    process = Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(command)}")
    seconds = perf_counter() - begun
    return Figure(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def show(name: str, figure: Figure, beside: dict[str, Figure], limit: str = "") -> None:
    """Print a figure and what it is in relation to others."""
    ratios = "  ".join(
        f"{figure.seconds / other.seconds:5.2f} x {of} ({figure.processor / other.processor:.2f})"
        for of, other in beside.items()
    )
    figures = f"{figure.seconds:7.3f} s ({figure.processor:7.3f}) {figure.peak >> 20:5} MiB"
    print(f"  {name:34} {figures}  {ratios}  {limit}")


def smallest(kind: str, folder: Path) -> Command:
    """Return the command that runs the smallest program that writes JSON or a table."""
    name = f"smallest_{kind}"
    (folder / f"{name}.py").write_text(SMALLEST + ENDINGS[kind], "utf-8")
    script = folder / f"run_{kind}"
    script.write_text(f"import {name}\n{name}.app()\n", "utf-8")
    return [PYTHON, str(script), "--country", "韓国"]


def start(folder: Path) -> None:
    """Measure how soon commands answer."""
    floors: dict[str, Command] = {
        "python -c pass": [PYTHON, "-c", "pass"],
        "import typer": [PYTHON, "-c", "import typer"],
        "smallest, JSON": smallest("json", folder),
        "smallest, table": smallest("table", folder),
    }
    if tool := shutil.which("sqlite-utils"):
        floors["sqlite-utils --version"] = [tool, "--version"]
    limits = {
        "--version": ("import typer", "<= 1.2"),
        "date 平成24": ("smallest, JSON", "<= 1.1"),
        "list -c 韓国 --json": ("smallest, JSON", "<= 1.1"),
        "list -c 韓国": ("smallest, table", "<= 1.1"),
        "show 17": ("smallest, table", "<= 1.1"),
        "--help": ("import typer", ""),
    }
    compileall.compile_dir(folder, quiet=1)
    compileall.compile_dir(Path(koryu_cli.__file__).parent, quiet=1)
    commands = floors | {name: [KORYU, *name.split()] for name in limits}
    figures = measure(commands, ROUNDS["start"])
    print("Start")
    for name in floors:
        show(name, figures[name], {})
    for name, (floor, limit) in limits.items():
        others = [floor, "sqlite-utils --version"] if "json" in name else [floor]
        beside = {other: figures[other] for other in others if other in figures}
        show(f"koryu {name}", figures[name], beside, limit)


def write(path: Path, count: int) -> Path:
    """Write so many records, in a process of its own: what this one takes counts for all others."""
    check_call([PYTHON, str(Path(__file__).with_name("records.py")), str(path), str(count)])
    return path


def scale(folder: Path, count: int) -> None:
    """Measure questions about many records, with all processors and with one."""
    lines, array = write(folder / "big.ndjson", count), folder / "big.json"
    with lines.open(encoding="utf-8") as file, array.open("w", encoding="utf-8") as out:
        for number, line in enumerate(file):
            out.write(("," if number else "[") + "\n" + line.rstrip())
        out.write("\n]\n")
    commands: dict[str, Command] = {
        name: [KORYU, "--data", str(array if "array" in name else lines), *name.split()[:words]]
        for name, (words, *_) in QUESTIONS.items()
    }
    if jq := shutil.which("jq"):
        commands |= {
            "jq": [jq, "-n", COUNTING, str(lines)],
            "jq, array": [jq, f"map(select({KOREAN})) | length", str(array)],
        }
    print(f"\n{count:,} records, {lines.stat().st_size / 1e6:.0f} MB")
    processors = os.sched_getaffinity(0)
    for used in (processors, {min(processors)}):
        os.sched_setaffinity(0, used)  # which commands inherit
        print(f"With {len(used)} processors" if len(used) > 1 else "With one processor")
        figures = measure(commands, ROUNDS["scale"])
        for name, figure in figures.items():
            _, beside, limit = QUESTIONS.get(name, (0, "", ""))
            show(name, figure, {beside: figures[beside]} if beside in figures else {}, limit)
    os.sched_setaffinity(0, processors)
    print(f"\nBy size: {COUNT}")
    for part in (count // 100, count // 10, count):
        path = write(folder / "part.ndjson", part)
        figure = measure({"": [KORYU, "--data", str(path), *COUNT.split()]}, 5)[""]
        show(f"{part:,} records", figure, {})


if __name__ == "__main__":
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, {date.today()}\n")
    with tempfile.TemporaryDirectory() as temporary:
        start(Path(temporary))
        scale(Path(temporary), int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
