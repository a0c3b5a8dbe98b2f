"""Dates converted to the other calendar, each beside what was to be converted."""

from typing import NamedTuple

from koryu_cli.record.headings import HEADINGS
from koryu_cli.views.columns import Column
from koryu_cli.wareki import Conversion, DateError


class Answer(NamedTuple):
    """What an expression was converted to.

    Attributes:
        input: the expression.
        output: its form in the other calendar; "" where there is none.
        document: the JSON object: that of the conversion, or the error in its place.
    """

    input: str
    output: str
    document: dict[str, str | None]


def answer_to(text: str, conversion: Conversion | DateError | None) -> Answer:
    """Return the answer to an expression: its conversion, its error, or that it has no date."""
    if isinstance(conversion, Conversion):
        return Answer(text, conversion.output, conversion.document())
    if conversion is not None:
        return Answer(text, "", {"input": text, "error": str(conversion)})
    keys = ("start", "end", "precision", "gregorian", "wareki")
    return Answer(text, "", {"input": text, **dict.fromkeys(keys)})


def _column(key: str, heading: str) -> Column[Answer]:
    return Column(key, heading, lambda answer: answer.document.get(key) or "")


CONVERSION_COLUMNS = (
    Column[Answer]("input", "入力", lambda answer: answer.input),
    Column[Answer]("answer", "答え", lambda answer: answer.output),
    _column("start", HEADINGS["start"]),
    _column("end", HEADINGS["end"]),
    _column("precision", HEADINGS["precision"]),
    _column("gregorian", "西暦"),
    _column("wareki", HEADINGS["wareki"]),
    _column("error", "誤り"),
)
