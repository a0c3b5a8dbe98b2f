"""Facets: the properties by which agreements are counted.

Every value of a facet is also a word for the filter that selects by it, and its count is the
number of agreements that pass that filter. So an agreement with two values counts for each, and
one whose date is a span counts for each year, era … that it may lie in. One without a value counts
for none.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from koryu_cli.places import prefectures
from koryu_cli.record.headings import HEADINGS
from koryu_cli.record.vocabulary import KINDS, THEMES
from koryu_cli.wareki.eras import ERAS

if TYPE_CHECKING:
    from koryu_cli.record.models import Agreement

APRIL = 4
"""The month in which a fiscal year begins."""
LONGEST_GAP = 20
"""How many periods in a row may have no agreement and still be counted, each with 0."""


@dataclass(frozen=True)
class Facet:
    """A property by which agreements are counted.

    Attributes:
        key: its name on the command line.
        heading: its name in Japanese.
        values: returns the values of an agreement, each once.
        axis: returns the values that a count shows, in order; takes how many agreements have each
            value.
        gaps: returns the values that its axis leaves out because no agreement has them, each run
            of them as its first and its last; takes what `axis` takes.
        is_of_dates: whether its values are periods, of which the date of an agreement may touch
            several without lying in each.
    """

    key: str
    heading: str
    values: Callable[["Agreement"], Sequence[str]]
    axis: Callable[[Counter[str]], list[str]]
    gaps: Callable[[Counter[str]], list[tuple[str, str]]] = lambda _: []
    is_of_dates: bool = False


def _vocabulary(
    key: str,
    heading: str,
    values: "Callable[[Agreement], Iterable[str | None]]",
    terms: Sequence[str] = (),
) -> Facet:
    """Return a facet whose frequent values come first, equals as in `terms`, else by name."""

    def different(agreement: "Agreement") -> list[str]:
        return list(dict.fromkeys(filter(None, values(agreement))))

    def axis(counts: Counter[str]) -> list[str]:
        known = [term for term in terms or sorted(counts) if term in counts]
        return sorted(known, key=lambda value: -counts[value])

    return Facet(key, heading, different, axis)


def _calendar(
    key: str, heading: str, number: Callable[[date], int], digits: int, suffix: str = ""
) -> Facet:
    """Return a facet of periods that are numbered through, as years and decades are.

    Its axis has the periods that have agreements, and those between them, but not more than
    `LONGEST_GAP` in a row that have none.

    Args:
        key: the name of the facet.
        heading: the same in Japanese.
        number: returns the number of the period that a day lies in.
        digits: how many digits such a number is written with.
        suffix: what stands behind it: 年度.
    """

    @cache
    def named(number: int) -> str:
        return f"{number:0{digits}}{suffix}"

    def touched(agreement: "Agreement") -> list[str]:
        made = agreement.date
        if made is None or made.start is None or made.end is None:
            return []
        return list(map(named, range(number(made.start), number(made.end) + 1)))

    def steps(counts: Counter[str]) -> Iterator[tuple[int, int]]:
        return pairwise(sorted(int(value[:digits]) for value in counts))

    def axis(counts: Counter[str]) -> list[str]:
        values = [min(counts)] if counts else []
        for before, following in steps(counts):
            empty = range(before + 1, following)
            values += map(named, empty if len(empty) <= LONGEST_GAP else ())
            values.append(named(following))
        return values

    def gaps(counts: Counter[str]) -> list[tuple[str, str]]:
        return [
            (named(before + 1), named(following - 1))
            for before, following in steps(counts)
            if following - before - 1 > LONGEST_GAP
        ]

    return Facet(key, heading, touched, axis, gaps, is_of_dates=True)


def _fiscal_year(day: date) -> int:
    return max(day.year - (day.month < APRIL), date.min.year)


def _eras(agreement: "Agreement") -> list[str]:
    span = agreement.span
    if not (span and span.start and span.end):
        return []
    return [
        era.name for era in ERAS if era.start <= span.end and (not era.end or span.start <= era.end)
    ]


def _era_axis(counts: Counter[str]) -> list[str]:
    """Return the eras from the first that has agreements to the last."""
    names = [era.name for era in ERAS]
    places = [place for place, name in enumerate(names) if name in counts]
    return names[places[0] : places[-1] + 1] if places else []


_FACETS = (
    _vocabulary(
        "country", HEADINGS["country"], lambda a: (side.country_name for side in a.overseas)
    ),
    _vocabulary(
        "prefecture",
        HEADINGS["prefecture"],
        lambda a: (side.prefecture for side in a.japan),
        prefectures.names(),
    ),
    _vocabulary("theme", HEADINGS["themes"], lambda a: a.themes, THEMES),
    _vocabulary("kind", HEADINGS["kind"], lambda a: (a.kind,), KINDS),
    _calendar("year", "年", lambda day: day.year, 4),
    _calendar("fiscal-year", "年度", _fiscal_year, 4, "年度"),
    Facet("era", "元号", _eras, _era_axis, is_of_dates=True),
    _calendar("decade", "年代", lambda day: day.year // 10, 3, "0年代"),
)
FACETS = {facet.key: facet for facet in _FACETS}
"""Every facet by its key."""
