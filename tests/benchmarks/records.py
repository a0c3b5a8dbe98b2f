"""Records that differ in every part, to measure with: the same ones for the same count.

`python tests/benchmarks/records.py FILE COUNT` writes them.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from koryu_cli import wareki
from koryu_cli.catalogue.source import shipped
from koryu_cli.places import countries, municipalities
from koryu_cli.record.models import Agreement
from koryu_cli.record.vocabulary import KINDS, THEMES

COUNTERPARTS = 20_000
SYLLABLES = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロン"
FREQUENT = {"KR": 28, "CN": 32, "US": 12, "TW": 6, "VN": 5, "AU": 4, "DE": 4, "FR": 3}
NOTATIONS = (
    "{era}{year}年{month}月{day}日",
    "{era}{year}年{month}月{day}日",
    "{era}{year}（{gregorian}）年{month}月{day}日",
    "{gregorian}年{month}月{day}日",
    "{gregorian}-{month:02}-{day:02}",
    "{letter}{year}.{month}.{day}",
    "{era}{year}年{month}月",
    "{era}{year}年度",
)


def records(count: int) -> Iterator[dict[str, Any]]:
    """Yield so many records: their parties, days and texts are all of their own."""
    chance = random.Random(count)  # noqa: S311 -- the same every time
    names = municipalities.all_names().values()
    ours = [name for name in names if len(municipalities.find_municipalities(name)) == 1]
    theirs = [_counterpart(chance) for _ in range(COUNTERPARTS)]
    sentences = _sentences()
    for number in range(1, count + 1):
        name, (country, counterpart) = chance.choice(ours), chance.choice(theirs)
        kind = chance.choice(KINDS[:-1])
        record = {
            "id": number,
            "category": "行政交流",
            "title": f"{name}と{counterpart}の第{number}回{kind}",
            "agreement": f"{name}との友好交流に関する{kind}",
            "japan": [{"name": name}],
            "overseas": [{"name": counterpart, "country": country}],
            "date": {"text": _day(chance)},
            "background": _text(chance, sentences, 4, f"{name}は{_day(chance)}に第{number}回の"),
            "activities": _text(chance, sentences, 12, f"{counterpart}から{number}人を受け入れ、"),
            "outcomes": _text(chance, sentences, 5, f"{_day(chance)}までに{number}件の"),
            "links": [{"label": None, "url": f"http://www.example.jp/{number}/"}],
            "contacts": [{"departments": [f"{chance.choice('総企環国')}第{number}課"]}],
            "themes": chance.sample(THEMES, chance.randint(1, 3)),
        }
        yield Agreement.model_validate_json(json.dumps(record)).model_dump(mode="json")


def write(path: Path, count: int) -> Path:
    """Write so many different records as NDJSON."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(count):
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    return path


def _counterpart(chance: random.Random) -> tuple[str, str]:
    """Return the code of a country and the name of a place in it."""
    known = [country.alpha2 for country in countries.countries()]
    weights = [FREQUENT.get(code, 0.05) for code in known]
    (code,) = chance.choices(known, weights)
    country = countries.country(code)
    place = "".join(chance.choices(SYLLABLES, k=chance.randint(3, 8)))
    return code, f"{country.name if country else ''}{place}{chance.choice('州省県')}{place[::-1]}市"


def _day(chance: random.Random) -> str:
    """Return a day between 1955 and 2024 in one of the usual notations."""
    day = date(1955, 1, 1) + timedelta(chance.randrange(25_500))
    era_form = wareki.format_day(day)
    match = re.match("(..)([0-9]+|元)年", era_form)
    assert match
    return chance.choice(NOTATIONS).format(
        era=match[1],
        letter={"昭和": "S", "平成": "H", "令和": "R"}[match[1]],
        year=match[2].replace("元", "1"),
        gregorian=day.year,
        month=day.month,
        day=day.day,
    )


def _sentences() -> list[str]:
    """Return the sentences of the shipped catalogue."""
    agreements = json.loads(shipped().read_text("utf-8"))
    texts = (agreement[field] or "" for agreement in agreements for field in _TEXTS)
    return [f"{part}。" for text in texts for part in re.split("[。\n]", text) if part]


_TEXTS = ("background", "activities", "outcomes")


def _text(chance: random.Random, sentences: list[str], most: int, beginning: str) -> str:
    chosen = chance.sample(sentences, chance.randint(most // 2, most))
    return beginning + "".join(chosen)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
