"""The columns in which records are listed, in tables and in files for other programs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from koryu_cli.language import _, in_japanese, is_english
from koryu_cli.record.headings import HEADINGS, numbered
from koryu_cli.record.vocabulary import shown_term
from koryu_cli.text.sentences import chained, joint
from koryu_cli.views import names

if TYPE_CHECKING:
    from datetime import date

    from koryu_cli.record.models import Agreement, OverseasGovernment

Row = TypeVar("Row")

_IN_BRACKETS = r"[(（][^()（）]*[)）]"
ALWAYS = 9
"""The importance of a column that is never left out."""


def _comma() -> str:
    """Return what stands between e-mail addresses, as in the field To of a mail."""
    return ", "


class Column(NamedTuple, Generic[Row]):
    """A column of a table, CSV, TSV or Markdown.

    Attributes:
        key: its name on the command line and in files.
        heading: its name in Japanese.
        cell: returns the text of a row in this column.
        importance: where a terminal is too narrow, columns are left out from the lowest on.
        least: the width in cells below which it is not narrowed.
        number: whether cells are numbers, which are aligned to the right and never broken.
        whole: whether cells hold values that are never broken: dates, codes, addresses.
        values: returns the values that a cell holds, where it may be several.
        between: returns what stands between them.
    """

    key: str
    heading: str
    cell: Callable[[Row], str]
    importance: int = ALWAYS
    least: int = 8
    number: bool = False
    whole: bool = False
    values: Callable[[Row], Iterable[str | None]] | None = None
    between: Callable[[], str] = joint

    def values_of(self, row: Row) -> Iterable[str | None]:
        """Return the values in the cell of a row: where it cannot be several, the cell itself."""
        return self.values(row) if self.values else [self.cell(row)]

    @property
    def title(self) -> str:
        """Its heading on a page, in the language chosen."""
        return _(self.heading)

    @property
    def header(self) -> str:
        """Its heading in a file for other programs: in English its key."""
        return self.key if is_english() else self.heading


def other_columns(
    headings: Iterable[str], columns: "Iterable[Column[Agreement]]"
) -> "list[Column[Agreement]]":
    """Return the columns that hold what a ledger has under headings of its own.

    Args:
        headings: those in `other`, each once.
        columns: koryu's own, which stand before them: a cell that could not be read is kept under
            the heading of one of these, to which a number is added (国2).
    """
    taken = {word for column in columns for word in (column.key, column.heading)}

    def texts(heading: str) -> "Callable[[Agreement], str]":
        return lambda agreement: agreement.other.get(heading, "")

    headings = list(headings)
    return [
        Column(name, name, texts(heading))
        for heading, name in zip(headings, numbered(headings, taken), strict=True)
    ]


def together(values: Iterable[str | None]) -> str:
    """Return the distinct values that are not empty, with a `joint` between them."""
    return joint().join(distinct(values))


def distinct(values: Iterable[str | None]) -> dict[str, None]:
    """Return the values that are not empty, each once, in their order."""
    return {value: None for value in values if value}


def japanese_side(agreement: "Agreement") -> str:
    """Return the names of the Japanese governments."""
    return together(map(names.japanese_government, agreement.japan))


def overseas_side(agreement: "Agreement") -> str:
    """Return each country by its everyday name, followed by its divisions and bodies."""
    places: dict[str, list[str]] = {}
    for government in agreement.overseas:
        country = names.country(government.country_name or "")
        places.setdefault(country, []).append(_within_country(government))
    return joint().join(
        [f"{country} {together(within)}".strip() for country, within in places.items()]
    )


def _within_country(government: "OverseasGovernment") -> str:
    """Return the divisions of a government and its name, without that of the country."""
    if not government.divisions and not government.body:
        return names.without_country(government)
    divisions, body = chained(government.divisions), government.body or ""
    name = government.name
    if divisions + body in name if body else divisions and name.endswith(divisions):
        return " ".join(filter(None, [divisions, body]))
    rest = names.without_country(government)
    bare = re.sub(_IN_BRACKETS, "", rest)  # 大邱(テグ)広域市
    around = [part for part in government.divisions if part not in rest and part not in bare]
    if rest.isascii():
        return ", ".join([rest, *reversed(around)])
    if around and not _without(rest, government.divisions).strip():
        return divisions  # 全羅南道霊岩郡徳津面, of which the name is 全羅南道徳津面
    return "".join(around) + rest


def _without(name: str, parts: Iterable[str]) -> str:
    for part in parts:
        name = name.replace(part, "", 1)
    return name


def _outer_divisions(government: "OverseasGovernment") -> str:
    """Return the divisions in which a government lies: all but its own."""
    divisions = government.divisions if government.body else government.divisions[:-1]
    return chained(divisions)


def date_of(agreement: "Agreement") -> str:
    """Return the date of an agreement in its era, or else as it is written."""
    return names.date_of(agreement.date) if agreement.date else ""


def named_sides(agreement: "Agreement") -> tuple[str, str]:
    """Return the names of the Japanese governments, and those of the others."""
    return japanese_side(agreement), overseas_side(agreement)


def sides(agreement: "Agreement") -> str:
    """Return both sides of an agreement in one text."""
    return beside(*named_sides(agreement))


def beside(japan: str, overseas: str) -> str:
    """Return the names of two sides in one text."""
    return f"{japan} - {overseas}"


def _marked_agreement(agreement: "Agreement") -> str:
    """Return the name of the agreement with the survey's own mark of a reprinted form."""
    name = agreement.agreement or agreement.relation or ""
    return _("{name}【再掲】", name=name) if agreement.reprinted else name


def _day(day: "date | None") -> str:
    return day.isoformat() if day else ""


def _several(
    key: str,
    values: Callable[["Agreement"], Iterable[str | None]],
    *,
    whole: bool = False,
    between: Callable[[], str] = joint,
) -> "Column[Agreement]":
    """Return a column whose cells may hold several values."""
    return Column(
        key,
        HEADINGS[key],
        lambda agreement: between().join(distinct(values(agreement))),
        whole=whole,
        values=values,
        between=between,
    )


def _without_cells(*keys: str) -> "Iterator[Column[Agreement]]":
    """Yield the columns of fields that no cell holds."""
    for key in keys:
        yield Column(key, HEADINGS[key], lambda _agreement: "")


AGREEMENT_COLUMNS: "tuple[Column[Agreement], ...]" = (
    Column("id", HEADINGS["id"], lambda a: str(a.id), number=True),
    Column("date", HEADINGS["date"], date_of, whole=True),
    Column(
        "japan",
        HEADINGS["japan"],
        japanese_side,
        least=12,
        values=lambda a: map(names.japanese_government, a.japan),
    ),
    Column("overseas", HEADINGS["overseas"], overseas_side, least=16),
    Column("agreement", HEADINGS["agreement"], lambda a: a.agreement or ""),
    Column("relation", HEADINGS["relation"], lambda a: a.relation or ""),
    Column("reprinted", HEADINGS["reprinted"], lambda a: _("再掲") if a.reprinted else ""),
    Column("title", HEADINGS["title"], lambda a: a.title or ""),
    Column("kind", HEADINGS["kind"], lambda a: shown_term(a.kind or "")),
    _several("themes", lambda a: map(shown_term, a.themes)),
    Column("start", HEADINGS["start"], lambda a: _day(a.span and a.span.start), whole=True),
    Column("end", HEADINGS["end"], lambda a: _day(a.span and a.span.end), whole=True),
    Column("text", HEADINGS["text"], lambda a: a.date.text if a.date else "", whole=True),
    _several("prefecture", lambda a: map(names.prefecture_of, a.japan)),
    _several("code", lambda a: (side.code for side in a.japan), whole=True),
    _several("country", lambda a: map(names.country_of, a.overseas)),
    _several("divisions", lambda a: map(_outer_divisions, a.overseas)),
    Column("background", HEADINGS["background"], lambda a: a.background or ""),
    Column("activities", HEADINGS["activities"], lambda a: a.activities or ""),
    Column("outcomes", HEADINGS["outcomes"], lambda a: a.outcomes or ""),
    Column("note", HEADINGS["note"], lambda a: a.note or ""),
    _several("url", lambda a: (link.url for link in a.links), whole=True),
    _several("departments", lambda a: (name for each in a.contacts for name in each.departments)),
    _several("phone", lambda a: (each.phone for each in a.contacts), whole=True),
    _several("email", lambda a: (each.email for each in a.contacts), whole=True, between=_comma),
    Column("page", HEADINGS["page"], lambda a: str(a.page or ""), number=True),
)
_BY_KEY = {column.key: column for column in AGREEMENT_COLUMNS}
JSON_COLUMNS: "tuple[Column[Agreement], ...]" = (
    *AGREEMENT_COLUMNS,
    *_without_cells("category", "links", "contacts", "other"),
)
"""The columns of a JSON document: also the fields of a record that no cell can hold."""

TABLE_COLUMNS = (
    _BY_KEY["id"],
    _BY_KEY["date"]._replace(importance=8),
    _BY_KEY["japan"],
    _BY_KEY["overseas"],
    Column("agreement", HEADINGS["agreement"], _marked_agreement, importance=7, least=18),
)
"""The columns of a list by default."""


def narrowed(
    agreements: "Iterable[Agreement]", columns: "Sequence[Column[Agreement]]"
) -> "Iterator[dict[str, object]]":
    """Yield the JSON document of each agreement with some columns alone, in their order.

    A column that is a field of the record has its value, another one what its cell says, in
    Japanese whatever language is chosen.
    """
    for agreement in agreements:
        record = agreement.model_dump(mode="json")
        with in_japanese():
            document = {each.key: record.get(each.key, each.cell(agreement)) for each in columns}
        yield document
