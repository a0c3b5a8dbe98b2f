"""What is wrong with a data file, in words that its editor understands."""

import json
import re
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails, ValidationError

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
    "literal_error": "{expected}",
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


class Problem(NamedTuple):
    """A value that does not belong where it stands."""

    record: str
    """Which record: `17番` by its number, or `3件目` by its place where it has none."""
    field: str
    """Path of the field in the record: `japan.0.code`; empty for the whole record."""
    found: str
    """What stands there, as JSON; empty where nothing does."""
    expected: str
    """What should stand there."""

    def __str__(self) -> str:
        """Return the problem as one line."""
        where = f"{self.record} {self.field}".rstrip()
        found = f"{self.found} → " if self.found else ""
        return f"{where}: {found}{self.expected}"


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


def record_label(number: object, position: int) -> str:
    """Return how to speak of a record: by its id, or by its place (from 1) if that is no number."""
    if isinstance(number, int) and not isinstance(number, bool):
        return f"{number}番"
    return f"{position}件目"


def problems_of(error: ValidationError, label: str) -> list[Problem]:
    """Return what a failed validation of the record called `label` says, a problem a fault.

    A list with a faulty item is also reported as too short; that is no fault of its own.
    """
    details = error.errors(include_url=False)
    inner = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    return [_problem(detail, label) for detail in details if detail["loc"] not in inner]


def _problem(detail: ErrorDetails, label: str) -> Problem:
    path = [str(part) for part in detail["loc"]]
    found = "" if detail["type"] == "missing" else _quote(detail["input"])
    return Problem(label, ".".join(path), found, _expectation(detail, path))


def _expectation(detail: ErrorDetails, path: list[str]) -> str:
    if detail["type"] == "string_pattern_mismatch" and path[-1] in PATTERNS:
        return PATTERNS[path[-1]]
    template = EXPECTATIONS.get(detail["type"])
    context: dict[str, Any] = detail.get("ctx", {})
    return template.format(**context) if template else detail["msg"]


def _quote(value: object, limit: int = 60) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= limit else text[: limit - 1] + "…"
