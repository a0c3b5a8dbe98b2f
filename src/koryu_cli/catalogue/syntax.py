"""What is wrong with a text that is no JSON, and where."""

import re

from pydantic_core import from_json

from koryu_cli.errors import DataError
from koryu_cli.language import _

FAULTS = {
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
_PLACE = re.compile(r"(.*) at line (\d+) column (\d+)\Z")


class JsonError(DataError):
    """A text that is no JSON; `is_cut_short` tells whether more of it could still be sound."""

    def __init__(
        self, name: str, text: str, *, line: int = 1, column: int = 1, before: str = ""
    ) -> None:
        """Look for the fault.

        Args:
            name: what the data are called.
            text: what is faulty.
            line: the line of the data on which it starts, from 1.
            column: the character of that line with which it starts, from 1.
            before: what a parser has to see before it: the beginning of an array, say.
        """
        data = (before + text).encode("utf-8", "surrogatepass")
        fault, line_of_data, octets = _fault(data)
        self.is_cut_short = fault.startswith(("EOF", "unexpected end"))
        line_before = data.split(b"\n", line_of_data)[line_of_data - 1][: max(octets - 1, 0)]
        characters = len(line_before.decode("utf-8", "ignore")) + 1
        if line_of_data == 1:
            characters += column - 1 - len(before)
        meaning = next((text for start, text in FAULTS.items() if fault.startswith(start)), fault)
        message = _(
            "JSON として読めません: {name} の {line} 行目 {character} 文字目: {meaning}",
            name=name,
            line=line + line_of_data - 1,
            character=characters,
            meaning=_(meaning),
        )
        super().__init__(message)


def _fault(data: bytes) -> tuple[str, int, int]:
    """Return what a parser says of `data`, and the line and octet of it."""
    try:
        from_json(data)
    except ValueError as error:
        if match := _PLACE.match(str(error)):
            return match[1], int(match[2]), int(match[3])
    return "expected", 1, len(data)
