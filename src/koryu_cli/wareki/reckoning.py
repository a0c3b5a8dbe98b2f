"""From the parts of a date as they are written to its days: the rules of the eras."""

from datetime import date

from koryu_cli.language import _
from koryu_cli.wareki.eras import FIRST_GREGORIAN_DAY, Era, era_of, month_length
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.formatting import format_year
from koryu_cli.wareki.parts import part_of
from koryu_cli.wareki.spans import LAST_ERA_YEAR, Precision, Span, noted
from koryu_cli.wareki.spelling import Point, Unit, YearName, in_its_era, spell
from koryu_cli.wareki.writing import write_day, write_era, write_weekday, write_year

_FIRST_YEAR = FIRST_GREGORIAN_DAY.year
_PRECISIONS: dict[Unit, Precision] = {
    "day": "day",
    "third": "range",
    "month": "month",
    "year": "year",
    "fiscal_year": "fiscal_year",
    "decade": "range",
    "era": "era",
}
_FINENESS: tuple[Precision, ...] = ("day", "month", "year", "fiscal_year", "range", "era")


def span_of(point: Point, *, strict: bool = False) -> Span:
    """Return the days of a date.

    Args:
        point: the date as it is written.
        strict: whether a date past the end of its era is a fault rather than a notice.

    Raises:
        Fault: there is no such date.
    """
    year = point.names[0].year
    era = point.names[0].era
    if point.unit == "era" and era:
        return Span(era.start, era.end, "era")
    for name in point.names:
        if name.year < 1 or (
            name.era and (name.year < _FIRST_YEAR or not 1 <= name.number <= LAST_ERA_YEAR)
        ):
            raise _unusable_year(name)
        if name.year != year:
            of_era, other = (name, point.names[0]) if era is None else (point.names[0], name)
            reason = _(
                "{name}は{year}年で、{other}と合いません",
                name=of_era,
                year=of_era.year,
                other=other,
            )
            raise Fault(name.place, name.place, reason)
    try:
        start, end = whole = _days(point, year)
        if point.part:
            start, end = part_of(point.part, point.unit, *whole)
    except (ValueError, OverflowError):
        raise _no_such_day(point, year) from None
    if point.unit == "fiscal_year":
        span = _clip(point, *whole, strict=strict)._replace(start=start, end=end)
    else:
        span = _clip(point, start, end, strict=strict)
    if not point.part:
        return span
    return span._replace(precision="day" if span.start == span.end else "range")


def _unusable_year(name: YearName) -> Fault:
    if name.era is None:
        reason = _("西暦は1年からです")
    elif name.number < 1:
        reason = _("年は元年（1年）からです")
    elif name.number > LAST_ERA_YEAR:
        reason = _("元号の年として読めるのは{last}年までです", last=LAST_ERA_YEAR)
    else:
        reason = _("明治5年（1872年）までの日本の暦は太陰太陽暦なので、西暦の日付に直せません")
    return Fault(name.place, name.place, reason)


def _days(point: Point, year: int) -> tuple[date, date]:
    """Return the first and last days, as if the era of the year went on for ever.

    Raises:
        ValueError: there is no such month or day.
    """
    match point.unit:
        case "day":
            day = date(year, point.month, point.day)
            return day, day
        case "month":
            start = date(year, point.month, 1)
            return start, start.replace(day=month_length(year, point.month))
        case "third":
            start = date(year, point.month, point.day)
            last = month_length(year, point.month) if point.day == 21 else point.day + 9
            return start, start.replace(day=last)
        case "fiscal_year":
            return date(year, 4, 1), date(year + 1, 3, 31)
        case "decade":
            if point.names[0].number % 10:
                raise ValueError(point.names[0].number)
            return date(year, 1, 1), date(year + 9, 12, 31)
        case _:
            return date(year, 1, 1), date(year, 12, 31)


def _no_such_day(point: Point, year: int) -> Fault:
    first, last, month = point.first, point.last, point.month
    name = point.names[0]
    if point.unit == "decade" and name.number % 10:
        decade = name.number // 10 * 10
        suggestion = f"{name.era.name if name.era else ''}{decade}年代" if decade else None
        return Fault(first, last, _("年代は10年ごとです"), suggestion=suggestion)
    if point.unit not in ("day", "third", "month"):
        return Fault(first, last, _("{year}年より後の日付です", year=date.max.year))
    if not 1 <= month <= 12:
        return Fault(first, last, _("{month}月という月はありません", month=month), kind="month")
    reason = _(
        "{year}年{month}月は{length}日までで、{day}日はありません",
        year=year,
        month=month,
        length=month_length(year, month),
        day=point.day,
    )
    return Fault(first, last, reason, kind="day")


def _clip(point: Point, start: date, end: date, *, strict: bool) -> Span:
    """Cut the days to the eras that are named; what two eras have is added up."""
    precision = _PRECISIONS[point.unit]
    era = point.names[0].era
    if era and era.start <= start and (era.end is None or end <= era.end):
        return Span(start, end, precision)
    eras = [name.era for name in point.names if name.era]
    within = [era for era in eras if era.start <= end and (era.end is None or start <= era.end)]
    if not eras or (within and point.unit == "fiscal_year"):
        return Span(start, end, precision)
    if within:
        within.sort(key=lambda era: era.start)
        first, last = within[0].start, within[-1].end
        return Span(max(start, first), min(end, last) if last else end, precision)
    if end < eras[0].start:
        reason = _("{era}は{day}からです", era=write_era(eras[0]), day=write_day(eras[0].start))
        raise Fault(point.first, point.last, reason, suggestion=in_its_era(point, start))
    if strict:
        reason = _("{era}は{last}までです", era=write_era(eras[0]), last=_last_of(eras[0], start))
        raise Fault(point.first, point.last, reason, suggestion=in_its_era(point, start))
    return Span(start, end, precision, _past_its_era(point, eras[0], start))


def _past_its_era(point: Point, era: Era, start: date) -> str:
    """Return the remark that a date is past the end of the era that it names."""
    return _(
        "{era}は{last}までなので、{date}は{name}（{year}年）として読みました",
        era=write_era(era),
        last=_last_of(era, start),
        date=spell(point._replace(names=point.names[:1])),
        name=in_its_era(point, start),
        year=start.year,
    )


def _last_of(era: Era, start: date) -> str:
    """Return the last year of an era; its last day for a date that begins in that year."""
    last = era.end or start
    return write_day(last, era) if last.year == start.year else write_year(era, last.year)


def check_weekday(day: date, number: int, place: int) -> None:
    """Hold a weekday, from 0 (Monday), against its day.

    Raises:
        Fault: the day has another one.
    """
    if day.weekday() != number:
        reason = _("{day}は{weekday}曜日です", day=day, weekday=write_weekday(day))
        raise Fault(place, place, reason)


def both(one: Span, other: Span) -> Span | None:
    """Return what two readings of one date both allow, as exact as the more exact of them.

    None where they have no day in common.
    """
    start = max(filter(None, (one.start, other.start)), default=None)
    end = min(filter(None, (one.end, other.end)), default=None)
    if start and end and start > end:
        return None
    meant = [span for span in (one, other) if span[:2] == (start, end)] or (one, other)
    finer = min(meant, key=lambda span: _FINENESS.index(span.precision))
    return noted(Span(start, end, finer.precision, one.notice), other.notice)


def disagreement(one: Point, other: Point, *spans: Span) -> tuple[str, str | None]:
    """Return why two names are not of the same date, and what was meant, if that is plain.

    Args:
        one: the first name.
        other: the second.
        spans: the days of both.
    """
    name, second = one.names[0], other.names[0]
    if "era" in (one.unit, other.unit):
        return _("二つの暦の日付が合いません"), None
    if name.year != second.year:
        of_era, other_name = (second, name) if second.era else (name, second)
        reason = _(
            "{name}は{year}年で、{other}と合いません",
            name=of_era,
            year=of_era.year,
            other=other_name,
        )
        return reason, None
    eras = ((name.era, name.year) for name in (name, second) if name.era)
    for era, year in eras:
        for start in (span.start for span in spans if span.start):
            right = era_of(start)
            meant = f"{format_year(right, year)}（{right.letter}{year - right.year_zero}）"
            if era.end and era.end < start:
                return _last_day_of(era, year), meant
            if start < era.start:
                return _first_day_of(era, year), meant
    return _("二つの暦の日付が合いません"), None


def _last_day_of(era: Era, year: int) -> str:
    last = era.end or FIRST_GREGORIAN_DAY
    return _(
        "{year}は{month}月{day}日までです",
        year=write_year(era, year),
        month=last.month,
        day=last.day,
    )


def _first_day_of(era: Era, year: int) -> str:
    first = era.start
    return _(
        "{year}は{month}月{day}日からです",
        year=write_year(era, year),
        month=first.month,
        day=first.day,
    )
