"""What is wrong with a data file, in words that its editor understands."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails, ValidationError, from_json

from koryu_cli.catalogue.layouts.layout import RawRecord
from koryu_cli.catalogue.locators import Path, lines_before
from koryu_cli.errors import DataError
from koryu_cli.language import _
from koryu_cli.record.models import (
    Agreement,
    AgreementDate,
    Contact,
    JapaneseGovernment,
    Link,
    OverseasGovernment,
)
from koryu_cli.record.rules import DISAGREEMENT, Record, RuledRecord
from koryu_cli.text.sentences import listed

EXPECTATIONS = {
    "bool_type": "true または false",
    "date_from_datetime_inexact": "ISO 形式の日付（例 2012-05-23）",
    "date_from_datetime_parsing": "ISO 形式の日付（例 2012-05-23）",
    "date_parsing": "ISO 形式の日付（例 2012-05-23）",
    "date_type": "ISO 形式の日付（例 2012-05-23）",
    "extra_forbidden": "この名の項目はない",
    "greater_than_equal": "{ge} 以上の数",
    "less_than_equal": "{le} 以下の数",
    "int_from_float": "整数",
    "int_parsing_size": "桁の多すぎない整数",
    "int_type": "整数",
    "missing": "必須の項目",
    "model_type": "項目の組（{{…}}）",
    "string_pattern_mismatch": "決まった形の文字列（{pattern}）",
    "string_too_short": "空でない文字列",
    "string_type": "文字列",
    "string_unicode": "正しい Unicode の文字列",
    "too_short": "1 件以上の並び",
    "tuple_type": "並び（[…]）",
}
PATTERNS = {
    "kana": "ひらがなの読み",
    "url": "http または https のアドレス",
    "phone": "市外局番からの電話番号（例 011-211-2032）",
    "email": "電子メールアドレス",
}

_PARTS: dict[int | str, type[Record]] = {
    "japan": JapaneseGovernment,
    "overseas": OverseasGovernment,
    "date": AgreementDate,
    "links": Link,
    "contacts": Contact,
}
"""The models of the parts of a record, by the fields that hold them."""

MOST_PROBLEMS = 10_000
"""After so many problems a file is not looked at any further."""
LONGEST = 60
"""How many characters of a wrong value are quoted."""


class Problem(NamedTuple):
    """A value that does not belong where it stands."""

    id: int | None
    """The number of the record, if it has one."""
    position: int
    """The place of the record in the file, from 1."""
    line: int
    """The line of the file, from 1, on which the value stands, or what it is missing from."""
    field: str
    """Path of the field in the record: `japan.0.code`; empty for the whole record."""
    found: str
    """What stands there, as JSON; empty where nothing does."""
    expected: str
    """What should stand there."""

    @property
    def record(self) -> str:
        """Return how to speak of the record: `17番`, or `3件目` where it has no number."""
        if self.id is None:
            return _("{position}件目", position=self.position)
        return _("{number}番", number=self.id)

    @property
    def quote(self) -> str:
        """Return what stands there, shortened to be read."""
        return self.found if len(self.found) <= LONGEST else self.found[: LONGEST - 1] + "…"

    def __str__(self) -> str:
        """Return the problem as one line."""
        where = f"{self.record} {self.field}".rstrip()
        found = f"{self.quote} → " if self.found else ""
        return f"{where}: {found}{self.expected}"


class InvalidDataError(DataError):
    """A data file (called `name`) whose records are not all valid.

    `problems` holds every fault found.
    """

    def __init__(self, name: str, problems: list[Problem]) -> None:
        """Make the error of the data called `name`."""
        self.name = name
        self.problems = problems
        if len(problems) < MOST_PROBLEMS:
            summary = _(
                "データに {count} 件の問題があります: {name}", count=len(problems), name=name
            )
        else:
            summary = _(
                "データに {count} 件以上の問題があります: {name}", count=len(problems), name=name
            )
        super().__init__("\n".join([summary, *(f"  {problem}" for problem in problems)]))


def problems_of(
    record: RawRecord, number: int | None, position: int, *, twin: int | None
) -> list[Problem]:
    """Return everything that is wrong with a record.

    Args:
        record: the record, which is JSON.
        number: its id, if that is a number.
        position: its place in the file, from 1.
        twin: the place of an earlier record with the same number, if there is one.
    """
    text = record.text.decode().strip()
    faults = _faults(text)
    if twin is not None:
        faults.append((("id",), str(number), _("ほかと異なる番号（{twin}件目も同じ）", twin=twin)))
    lines = lines_before(text, (path for path, *_ in faults))
    return [
        Problem(number, position, record.line + line, ".".join(map(str, path)), found, expected)
        for line, (path, found, expected) in zip(lines, faults, strict=True)
    ]


def number_of(text: bytes) -> int | None:
    """Return the id of a record that is JSON, if it is a number."""
    record = from_json(text)
    number = record.get("id") if isinstance(record, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _faults(text: str) -> list[tuple[Path, str, str]]:
    """Return path, what is found and what is expected for each fault of a record, in its order.

    A list with a faulty item is also reported as too short; that is no fault of its own. Fields
    are held against each other as far as they are well-formed.
    """
    try:
        Agreement.model_validate_json(text)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return []
    outer = {d["loc"][:length] for d in details for length in range(len(d["loc"]))}
    formal = [d for d in details if d["loc"] not in outer and d["type"] != DISAGREEMENT]
    faults = [(detail["loc"], _found(detail), _expectation(detail)) for detail in formal]
    faulty = outer.union(detail["loc"] for detail in formal)
    faults += [
        ((*path, fault.field), _quoted(values[fault.field]), fault.expected)
        for path, model, values in _ruled_parts(from_json(text))
        for fault in model.disagreements(
            {name: value for name, value in values.items() if (*path, name) not in faulty}
        )
    ]
    return sorted(faults, key=lambda fault: _ranks(fault[0]))


def _ruled_parts(
    record: object,
) -> Iterator[tuple[Path, type[RuledRecord], dict[str, Any]]]:
    """Yield path, model and fields of the parts of a record whose fields depend on each other."""
    if not isinstance(record, dict):
        return
    yield (), Agreement, record
    for field, model in (("japan", JapaneseGovernment), ("overseas", OverseasGovernment)):
        parts = record.get(field)
        for index, part in enumerate(parts if isinstance(parts, list) else ()):
            if isinstance(part, dict):
                yield (field, index), model, part
    if isinstance(date := record.get("date"), dict):
        yield ("date",), AgreementDate, date


def _ranks(path: Path) -> list[int]:
    """Return by what paths are ordered: places of items in lists, and of fields in their models."""
    ranks = []
    model: type[Record] = Agreement
    for step in path:
        fields = list(model.model_fields)
        rank = fields.index(step) if step in fields else len(fields)
        ranks.append(step if isinstance(step, int) else rank)
        model = _PARTS.get(step, model)
    return ranks


def _found(detail: ErrorDetails) -> str:
    return "" if detail["type"] == "missing" else _quoted(detail["input"])


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _expectation(detail: ErrorDetails) -> str:
    kind, field = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "string_pattern_mismatch" and field in PATTERNS:
        return _(PATTERNS[field])
    if kind == "literal_error":
        words = re.findall("'([^']+)'", context["expected"])
        return _("{words}のいずれか", words=listed(words))
    return _(EXPECTATIONS[kind]).format(**context) if kind in EXPECTATIONS else detail["msg"]
