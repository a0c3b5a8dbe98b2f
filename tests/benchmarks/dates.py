"""How many dates a second are read: koryu, and other libraries where they are installed.

Run by hand: `python tests/benchmarks/dates.py`. Each reads 2,000 different dates in four
notations, in turns, and the best of seven rounds counts, by processor time. A library is measured
on the notations that it reads to the right day; of the others is said how many it missed. Then
`koryu date` answers a column of nearly a million different cells, as a process of its own.
"""

import random
import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from speed import KORYU, measure

from koryu_cli import wareki

ROUNDS = 7
DAYS = [date(1927, 1, 1) + timedelta(days=17 * number) for number in range(2000)]
LETTERS = {"明治": "M", "大正": "T", "昭和": "S", "平成": "H", "令和": "R"}
HOSTILE = {
    "digits": "1" * 10_000,
    "kanji numerals": "二十" * 5_000,
    "eras": "平成" * 5_000,
    "dates": "平成24年5月23日" * 1_000,
    "list": "平成24年5月" + "、6" * 5_000,
    "range marks": "～" * 10_000,
    "parentheses": "平成8（" * 2_500,
    "years in parentheses": "（1996）" * 1_666,
    "blanks": "平成24" + " " * 9_996,
    "blanks before a word": "平成24年" + " " * 9_994 + "x",
    "line ends": "平成24年" + "\n" * 9_994 + "x",
    "open brackets": "平成24年" + "(" * 9_995,
    "hyphens": "2012-" * 2_000,
    "text": "本市では友好都市提携を結び交流を行なってきた。" * 435,
}


def letter_and_dots(day: date) -> str:
    """Write a day as H24.5.23."""
    era, _, rest = wareki.format_day(day).partition("年")
    year = era[2:].replace("元", "1")
    month_and_day = rest.replace("月", ".").removesuffix("日")
    return f"{LETTERS[era[:2]]}{year}.{month_and_day}"


class Notation(NamedTuple):
    """A way of writing a day, and what the libraries that need to be told are told of it."""

    write: Callable[[date], str]
    japanera: str
    jpdatetime: str


NOTATIONS = {
    "平成24年5月23日": Notation(wareki.format_day, "%-K%-y年%m月%d日", "%G年%m月%d日"),
    "H24.5.23": Notation(letter_and_dots, "%-h%-y.%m.%d", "%e.%m.%d"),
    "2012-05-23": Notation(str, "%Y-%m-%d", "%Y-%m-%d"),
    "2012年5月23日": Notation(
        lambda day: f"{day.year}年{day.month}月{day.day}日", "%Y年%m月%d日", "%Y年%m月%d日"
    ),
}
CELLS = (
    "{era}{year}年{month}月{day}日", "{era}{year}年{month:02}月{day:02}日",
    "{era}{year}（{gregorian}）年{month}月{day}日", "{era}{number}.{month}.{day}",
    "{era}{number}/{month}/{day}", "{letter}{number}.{month}.{day}",
    "{letter}{number}.{month:02}.{day:02}", "{letter}{number}/{month}/{day}",
    "{letter}{number}-{month}-{day}", "{letter}{year}年{month}月{day}日",
    "{gregorian}年{month}月{day}日", "{gregorian}年{month:02}月{day:02}日",
    "{gregorian}-{month:02}-{day:02}", "{gregorian}-{month}-{day}", "{gregorian}/{month}/{day}",
    "{gregorian}/{month:02}/{day:02}", "{gregorian}.{month}.{day}", "{gregorian}{month:02}{day:02}",
)  # fmt: skip
"""The notations of a column."""
Reader = Callable[[str], date]


def readers(notation: Notation) -> dict[str, Reader]:
    """Return koryu's reader, and those of the libraries that are installed."""
    found: dict[str, Reader] = {"koryu": lambda text: wareki.parse(text).start or date.min}
    with suppress(ImportError):
        japanera = import_module("japanera").EraDateTime
        found["japanera"] = lambda text: _day(japanera.strptime(text, notation.japanera)[-1])
    with suppress(ImportError):
        jpdatetime = import_module("jpdatetime").jpdatetime
        found["jpdatetime"] = lambda text: _day(jpdatetime.strptime(text, notation.jpdatetime))
    with suppress(ImportError):
        timex = import_module("ja_timex").TimexParser()
        found["ja-timex"] = lambda text: date.fromisoformat(timex.parse(text)[0].value)
    return found


def _day(moment: Any) -> date:
    return date(moment.year, moment.month, moment.day)


def right(read: Reader, text: str, day: date) -> bool:
    """Tell whether a reader reads the day itself from a text."""
    with suppress(Exception):
        return read(text) == day
    return False


def rate(read: Reader, texts: list[str]) -> float:
    """Return how many texts a second are read."""
    start = process_time()
    for text in texts:
        read(text)
    return len(texts) / (process_time() - start)


def column() -> list[str]:
    """Return every day from 1873 to 2027 in every notation, in no order."""
    cells = set()
    for day in (date(1873, 1, 1) + timedelta(number) for number in range(56_500)):
        era, year = re.match("(..)([0-9]+|元)", wareki.format_day(day)).groups()  # type: ignore[union-attr]
        parts = {"era": era, "letter": LETTERS[era], "year": year, "gregorian": day.year}
        number = year.replace("元", "1")
        cells |= {
            cell.format(**parts, number=number, month=day.month, day=day.day) for cell in CELLS
        }
    return random.Random(len(cells)).sample(sorted(cells), len(cells))  # noqa: S311 -- the same every time


def measure_column() -> None:
    """Print how many cells of a column a second `koryu date` answers."""
    cells = column()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "column.txt"
        file.write_text("\n".join(cells) + "\n", "utf-8")
        command = ["sh", "-c", f"exec {KORYU} date - < {file}"]
        figure = measure({"": command}, 3)[""]
    rate = len(cells) / figure.seconds
    print(f"koryu date, {len(cells):,} different cells: {rate:,.0f} a second")


def main() -> None:
    """Print the table of rates, how long texts of 10,000 characters take, and a column."""
    print(f"Python {sys.version.split()[0]}, {len(DAYS)} dates, best of {ROUNDS}, dates a second")
    for name, notation in NOTATIONS.items():
        texts = [notation.write(day) for day in DAYS]
        pairs = list(zip(texts, DAYS, strict=True))
        libraries = readers(notation)
        read_right = {
            library: [text for text, day in pairs if right(read, text, day)]
            for library, read in libraries.items()
        }
        best = dict.fromkeys(libraries, 0.0)
        for _ in range(ROUNDS):
            for library, read in libraries.items():
                if read_right[library]:
                    best[library] = max(best[library], rate(read, read_right[library]))
        print(f"  {name}")
        for library, figure in best.items():
            print(f"    {library}: {figure:,.0f} ({len(read_right[library])} of {len(DAYS)} read)")
    print("10,000 characters, milliseconds (parse / parse_cell / find)")
    for name, text in HOSTILE.items():
        times = [process_time()]
        for reader in (wareki.parse, wareki.parse_cell):
            with suppress(wareki.DateError):
                reader(text)
            times.append(process_time())
        count = sum(1 for _ in wareki.find(text))
        times.append(process_time())
        taken = " / ".join(f"{1000 * (end - start):.1f}" for start, end in pairwise(times))
        print(f"  {name}: {taken} ({count} found)")
    measure_column()


if __name__ == "__main__":
    main()
