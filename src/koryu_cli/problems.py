"""What is wrong with a data file, in words that its editor understands."""

import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails, ValidationError, from_json

from koryu_cli.models import Agreement
from koryu_cli.positions import lines_before

EXPECTATIONS = {
    "bool_type": "true または false",
    "date_from_datetime_inexact": "ISO 形式の日付（例 2012-05-23）",
    "date_from_datetime_parsing": "ISO 形式の日付（例 2012-05-23）",
    "date_parsing": "ISO 形式の日付（例 2012-05-23）",
    "date_type": "ISO 形式の日付（例 2012-05-23）",
    "extra_forbidden": "この名の項目はない",
    "greater_than_equal": "{ge} 以上の数",
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
    "koryu": "{expected}",
}
PATTERNS = {
    "kana": "ひらがなの読み",
    "url": "http または https のアドレス",
    "phone": "市外局番からの電話番号（例 011-211-2032）",
    "email": "電子メールアドレス",
}

JSON_FAULTS = {
    "EOF while parsing": "途中で終わっています",
    "control character": "文字列の中に制御文字があります",
    "expected": "区切りの記号か値がありません",
    "invalid escape": "文字列の中の \\ の使い方が違います",
    "invalid number": "数の書き方が違います",
    "invalid unicode code point": "文字列の中に正しくない文字があります",
    "key must be a string": '項目の名が " で囲まれていません',
    "lone leading surrogate": "文字列の中に正しくない文字があります",
    "number out of range": "桁の多すぎる数があります",
    "recursion limit exceeded": "入れ子が深すぎます",
    "trailing characters": "値の後に余分な文字があります",
    "trailing comma": "最後の値の後に余分なコンマがあります",
    "unexpected end of hex escape": "文字列の中に正しくない文字があります",
}

Path = tuple[int | str, ...]
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
        return f"{self.position}件目" if self.id is None else f"{self.id}番"

    @property
    def quote(self) -> str:
        """Return what stands there, shortened to be read."""
        return self.found if len(self.found) <= LONGEST else self.found[: LONGEST - 1] + "…"

    def __str__(self) -> str:
        """Return the problem as one line."""
        where = f"{self.record} {self.field}".rstrip()
        found = f"{self.quote} → " if self.found else ""
        return f"{where}: {found}{self.expected}"


def problems_in(records: Iterable[tuple[int, str]]) -> list[Problem]:
    """Return everything that is wrong with records, in their order.

    Args:
        records: the line on which each record starts, and its text as JSON.
    """
    problems: list[Problem] = []
    places: dict[int, int] = {}
    for position, (start, text) in enumerate(records, 1):
        number, faults = _number(text), _faults(text)
        if number is not None and places.setdefault(number, position) != position:
            other = f"ほかと異なる番号（{places[number]}件目も同じ）"
            faults.append((("id",), str(number), other))
        for path, found, expected in faults:
            line = start + lines_before(text, path)
            field = ".".join(map(str, path))
            problems.append(Problem(number, position, line, field, found, expected))
    return problems


def json_fault(message: str, *, line: int | None = None) -> str:
    """Return what a JSON parser's message says, in Japanese.

    Args:
        message: the parser's text, which ends with `at line N column M`.
        line: the line of the file, where the parser saw only that line.
    """
    match = re.search(r" at line (\d+) column (\d+)$", message)
    place = f" {line or match[1]} 行目 {match[2]} 文字目" if match else ""
    fault = next((text for start, text in JSON_FAULTS.items() if message.startswith(start)), None)
    return f"{place}: {fault or message}"


def _number(text: str) -> int | None:
    """Return the id of a record, if it is a number."""
    record = from_json(text)
    number = record.get("id") if isinstance(record, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _faults(text: str) -> list[tuple[Path, str, str]]:
    """Return path, what is found and what is expected for each fault of a record.

    A list with a faulty item is also reported as too short; that is no fault of its own.
    """
    try:
        Agreement.model_validate_json(text)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return []
    outer = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    return [
        (detail["loc"], _found(detail), _expectation(detail))
        for detail in details
        if detail["loc"] not in outer
    ]


def _found(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return ""
    return json.dumps(detail["input"], ensure_ascii=False, default=str)


def _expectation(detail: ErrorDetails) -> str:
    kind, field = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "string_pattern_mismatch" and field in PATTERNS:
        return PATTERNS[field]
    if kind == "literal_error":
        words = re.findall("'([^']+)'", context["expected"])
        return "、".join(words) + ("のいずれか" if len(words) > 1 else "")
    return EXPECTATIONS[kind].format(**context) if kind in EXPECTATIONS else detail["msg"]
