"""What the columns of a table hold."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from koryu_cli.language import _
from koryu_cli.ledger.headings import Meaning, fields, meaning
from koryu_cli.ledger.year_last import First


class Columns(NamedTuple):
    """What the columns of a table hold; they are called by their indexes from 0.

    Attributes:
        titles: how many rows stand before the headings.
        start: how many rows stand before the first one of data.
        heading_row: the number of the lowest heading row; None where there is none.
        fields: the index of the column that holds each field.
        headings: the heading of each column, as it is written; `A列` for one without.
        other: under what heading columns without a field are kept, by their indexes.
        country: the alpha-2 code of the country that the heading of the overseas side names.
        date_parts: the columns that hold the parts of the date, if it stands in several, and the
            unit of each; the one of the field is that of the year.
        dates: the columns without a field that hold dates of agreements, too; none if it is said
            which column holds the date.
        relation: what the heading of the partners calls them, where that of others beside it calls
            them otherwise: 姉妹都市 | 友好都市.
        marks: the columns without a field in which a mark says that the partner of a row is called
            what their heading says.
        first_in_dates: what stands first in dates whose year stands last, by the columns of which
            it is known.
        joint: what stands between values in a cell if koryu has printed the table; else "".
    """

    titles: int
    start: int
    heading_row: int | None
    fields: Mapping[str, int]
    headings: Mapping[int, str]
    other: Mapping[int, str]
    country: str | None
    date_parts: Mapping[int, str]
    dates: Sequence[int] = ()
    relation: str = ""
    marks: Sequence[int] = ()
    first_in_dates: Mapping[int, First] = MappingProxyType({})
    joint: str = ""

    @property
    def are_own(self) -> bool:
        """Whether they are those that koryu itself prints, all together."""
        return bool(self.joint)

    def heading(self, field: str) -> str:
        """Return the heading of the column that holds a field, or koryu's own without one."""
        index = self.fields.get(field)
        return _(fields()[field]) if index is None else self.headings[index]

    def meaning(self, index: int) -> Meaning | None:
        """Return what the heading of a column means; None where it is not known."""
        return meaning(self.headings.get(index, ""))

    def with_field(self, field: str, index: int) -> "Columns":
        """Return columns of which one that had no field holds one."""
        other = {each: heading for each, heading in self.other.items() if each != index}
        return self._replace(fields={**self.fields, field: index}, other=other)

    def without_field(self, field: str) -> "Columns":
        """Return columns of which the one that held a field holds none."""
        fields = {each: index for each, index in self.fields.items() if each != field}
        index = self.fields[field]
        other = dict(sorted({**self.other, index: self.headings[index]}.items()))
        return self._replace(fields=fields, other=other)
