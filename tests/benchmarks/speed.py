"""How quick koryu is from outside: its start, and 100,000 records, beside what else there is.

Run by hand: `python tests/benchmarks/speed.py [records]`. Every command is a process of its own,
the commands of a group in turns, and the median counts. Beside them stand the least that Python
and Typer take, the smallest Typer programs of the same kind, jq, and sqlite-utils, where they are
installed. Ratios are what can be compared; seconds belong to the machine and the hour.
"""

import compileall
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen
from time import perf_counter
from typing import Any, NamedTuple

import koryu_cli
from koryu_cli import wareki
from koryu_cli.catalogue import source as datafile

ROUNDS = {"start": 15, "scale": 5}
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

Command = Sequence[str]


class Figure(NamedTuple):
    """What a command takes: seconds, and the peak of its largest process in bytes."""

    seconds: float
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
    return Figure(perf_counter() - begun, usage.ru_maxrss * 1024)


def show(name: str, figure: Figure, beside: dict[str, Figure], limit: str = "") -> None:
    """Print a figure and what it is in relation to others."""
    ratios = "  ".join(
        f"{figure.seconds / other.seconds:5.2f} x {of}" for of, other in beside.items()
    )
    print(f"  {name:34} {figure.seconds:7.3f} s {figure.peak >> 20:5} MiB  {ratios}  {limit}")


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
    """Write so many different records as NDJSON, made of the shipped ones with other dates."""
    records: list[dict[str, Any]] = json.loads(datafile.shipped().read_text("utf-8"))
    days = random.Random(count)  # noqa: S311 -- the same every time
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = {**records[number % len(records)], "id": number + 1}
            if record["date"]["precision"] == "day":
                day = date(1990, 1, 1) + timedelta(days=days.randrange(12_000))
                text = wareki.format_day(day)
                of_day = {"start": str(day), "end": str(day), "precision": "day"}
                record["date"] = {"text": text, **of_day, "wareki": text}
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    return path


def scale(folder: Path, count: int) -> None:
    """Measure questions about many records."""
    lines, array = write(folder / "big.ndjson", count), folder / "big.json"
    with lines.open(encoding="utf-8") as file, array.open("w", encoding="utf-8") as out:
        for number, line in enumerate(file):
            out.write(("," if number else "[") + "\n" + line.rstrip())
        out.write("\n]\n")
    questions = {
        "list -c 韓国 --count": lines,
        "list -c 韓国 --count (array)": array,
        "list --count": lines,
        "search 下水 環境": lines,
        "stats": lines,
        "list -o ndjson": lines,
    }
    commands: dict[str, Command] = {
        name: [KORYU, "--data", str(path), *name.removesuffix(" (array)").split()]
        for name, path in questions.items()
    }
    if jq := shutil.which("jq"):
        filtering = f"{jq} -c 'select({KOREAN})' {lines} | wc -l"
        commands |= {
            "jq, counting": [jq, "-n", COUNTING, str(lines)],
            "jq, select | wc": ["/bin/sh", "-c", filtering],
            "jq, array": [jq, f"map(select({KOREAN})) | length", str(array)],
        }
    figures = measure(commands, ROUNDS["scale"])
    print(f"\n{count:,} records, {lines.stat().st_size / 1e6:.0f} MB")
    beside = {
        "list -c 韓国 --count": (["jq, counting", "jq, select | wc"], "<= 0.6, 150 MiB"),
        "list -c 韓国 --count (array)": (["jq, array"], "<= 1.0"),
        "search 下水 環境": (["list --count"], "<= 3.0"),
    }
    for name, figure in figures.items():
        others, limit = beside.get(name, ([], ""))
        show(name, figure, {other: figures[other] for other in others if other in figures}, limit)
    print("\nBy size: list -c 韓国 --count")
    for part in (count // 100, count // 10, count):
        path = write(folder / "part.ndjson", part)
        figure = measure({"": [KORYU, "--data", str(path), "list", "-c", "韓国", "--count"]}, 5)[""]
        print(f"  {part:9,} records {figure.seconds:7.3f} s {figure.peak >> 20:5} MiB")


if __name__ == "__main__":
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, {date.today()}\n")
    with tempfile.TemporaryDirectory() as temporary:
        start(Path(temporary))
        scale(Path(temporary), int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
