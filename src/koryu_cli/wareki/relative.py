"""Words that count from today: 今日, 昨年, 来年度."""

from datetime import timedelta

from koryu_cli.wareki.dates import DateReader
from koryu_cli.wareki.errors import Fault, not_read
from koryu_cli.wareki.now import today
from koryu_cli.wareki.spelling import Point
from koryu_cli.wareki.years import named


def read_now(reader: DateReader) -> Point:
    """Read a word for now at the reader's position, with what may stand behind it: 今年5月.

    Raises:
        Fault: it is beyond the years that there are.
    """
    first = reader.position
    token = reader.tokens[first]
    reader.position += 1
    day = today()
    try:
        if token.name == "day":
            day += timedelta(days=token.number)
            return reader.made(first, (named(None, day.year, first),), "day", day.month, day.day)
        months = day.year * 12 + day.month - 1
        if token.name == "fiscal_year":
            months -= 3
    except OverflowError:
        raise Fault(first, first, not_read()) from None
    months += token.number * (1 if token.name == "month" else 12)
    year, month = divmod(months, 12)
    names = (named(None, year, first),)
    if token.name == "month":
        return reader.in_month(first, names, month + 1)
    if token.name == "fiscal_year":
        return reader.part(reader.made(first, names, "fiscal_year"))
    return reader.in_year(first, names)
