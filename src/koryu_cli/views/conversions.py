"""Dates converted to the other calendar, each beside what was to be converted."""

from typing import NamedTuple

from koryu_cli.views.columns import Column
from koryu_cli.wareki import Conversion, DateError


class Answer(NamedTuple):
    """An expression with what it was converted to; None where it says that there is no date."""

    input: str
    conversion: Conversion | DateError | None

    def document(self) -> dict[str, str | None]:
        """Return the JSON object: that of the conversion, or the error in its place."""
        if isinstance(self.conversion, DateError):
            return {"input": self.input, "error": str(self.conversion)}
        if self.conversion is None:
            keys = ("start", "end", "precision", "gregorian", "wareki")
            return {"input": self.input, **dict.fromkeys(keys)}
        return self.conversion.document()


def _field(key: str, answer: Answer) -> str:
    return answer.document().get(key) or ""


def _answer(answer: Answer) -> str:
    return answer.conversion.output if isinstance(answer.conversion, Conversion) else ""


CONVERSION_COLUMNS = (
    Column[Answer]("input", "入力", lambda answer: answer.input),
    Column[Answer]("answer", "答え", _answer),
    Column[Answer]("start", "開始日", lambda answer: _field("start", answer)),
    Column[Answer]("end", "終了日", lambda answer: _field("end", answer)),
    Column[Answer]("precision", "精度", lambda answer: _field("precision", answer)),
    Column[Answer]("gregorian", "西暦", lambda answer: _field("gregorian", answer)),
    Column[Answer]("wareki", "和暦", lambda answer: _field("wareki", answer)),
    Column[Answer]("error", "誤り", lambda answer: _field("error", answer)),
)
