"""The options that several commands share, each defined once."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli import completing
from koryu_cli.cli.mistakes import Choice, pick
from koryu_cli.cli.words import read_span
from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.query.order import FIELDS, Order

if TYPE_CHECKING:
    from koryu_cli.query.filters import PeriodTest, Predicate, Spans
    from koryu_cli.views.columns import Column, Row

FILTERS = "絞り込み"
OUTPUT = "出力"
LONGEST_NUMBER = 10
"""The most digits that a number on the command line may have."""


@dataclass(frozen=True)
class FilterOptions:
    """The filters: which agreements a command is about."""

    country: Annotated[
        list[str] | None,
        typer.Option(
            "--country",
            "-c",
            metavar="国",
            help="相手国。韓国、大韓民国、KR、kor、Korea など。!韓国 はそれ以外",
            autocompletion=completing.countries,
            rich_help_panel=FILTERS,
        ),
    ] = None
    prefecture: Annotated[
        list[str] | None,
        typer.Option(
            "--prefecture",
            "-p",
            metavar="都道府県",
            help="日本側の都道府県。青森、青森県、2、aomori など",
            autocompletion=completing.prefectures,
            rich_help_panel=FILTERS,
        ),
    ] = None
    government: Annotated[
        list[str] | None,
        typer.Option(
            "--government",
            "-g",
            metavar="自治体",
            help="どちらかの側の自治体名の一部。読みでもよい",
            autocompletion=completing.governments,
            rich_help_panel=FILTERS,
        ),
    ] = None
    theme: Annotated[
        list[str] | None,
        typer.Option(
            "--theme",
            "-t",
            metavar="分野",
            help="分野またはその一部。環境、防災、水 など",
            autocompletion=completing.themes,
            rich_help_panel=FILTERS,
        ),
    ] = None
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="種類",
            help="種類またはその一部。協定、覚書 など",
            autocompletion=completing.kinds,
            rich_help_panel=FILTERS,
        ),
    ] = None
    when: Annotated[
        list[str] | None,
        typer.Option(
            metavar="時期",
            help="この時期のもの。平成24、平成24年度、2008..2012 など",
            rich_help_panel=FILTERS,
        ),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(metavar="時期", help="この時期以降のもの", rich_help_panel=FILTERS),
    ] = None
    until: Annotated[
        str | None,
        typer.Option(metavar="時期", help="この時期以前のもの", rich_help_panel=FILTERS),
    ] = None
    reprinted: Annotated[
        bool | None,
        typer.Option(
            "--reprinted/--no-reprinted",
            help="調査のほかの章にも載る個票（再掲）だけ、またはそれ以外だけ",
            rich_help_panel=FILTERS,
        ),
    ] = None

    def matcher(self) -> "Predicate":
        """Return the predicate of these filters.

        Raises:
            UsageError: a value that can match nothing.
        """
        from koryu_cli.query import filters  # help does without records

        try:
            return filters.matcher(
                countries=self.country or (),
                prefectures=self.prefecture or (),
                governments=self.government or (),
                themes=self.theme or (),
                kinds=self.kind or (),
                reprinted=self.reprinted,
                **self._spans(),
            )
        except filters.UnfitValueError as error:
            from koryu_cli.cli.elsewhere import elsewhere  # only a mistake needs it

            raise UsageError(elsewhere(error.word, error.filter) or str(error)) from None

    def period(self) -> "PeriodTest":
        """Return the predicate of spans of days that the filters by date make.

        Raises:
            UsageError: a date that is not understood.
        """
        from koryu_cli.query import filters  # help does without records

        return filters.period(**self._spans())

    def _spans(self) -> "Spans":
        """Return the spans of days that the options for dates name."""
        from koryu_cli.query.filters import Spans, excluded  # help does without records

        when = self.when or ()
        return Spans(
            when=[read_span(word) for word in when if excluded(word) is None],
            not_when=[read_span(word) for word in map(excluded, when) if word is not None],
            since=read_span(self.since) if self.since else None,
            until=read_span(self.until) if self.until else None,
        )

    def without_period(self) -> "FilterOptions":
        """Return the options without those for dates."""
        return replace(self, when=None, since=None, until=None)


@dataclass(frozen=True)
class FormatOptions:
    """The format in which results are written."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-o",
            metavar="形式",
            help="table（既定）、json、ndjson、csv、tsv、markdown など（環境変数 KORYU_FORMAT）",
            autocompletion=completing.formats,
            rich_help_panel=OUTPUT,
        ),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="-o json と同じ", rich_help_panel=OUTPUT)] = (
        False
    )
    bom: Annotated[
        bool,
        typer.Option("--bom", help="CSV の先頭に BOM を付ける（Excel 用）", rich_help_panel=OUTPUT),
    ] = False

    def chosen(self, formats: Sequence[Choice]) -> Choice:
        """Return the one of `formats` that is asked for; by default the first.

        Raises:
            UsageError: another is asked for, or two at once.
        """
        if self.json and self.format not in (None, "json"):
            raise UsageError(
                _("--json と --format {format} は同時に使えません。", format=self.format)
            )
        word = "json" if self.json else self.format
        if word is not None:
            return pick("--format", word, formats)
        default = os.environ.get("KORYU_FORMAT", "")
        return next((each for each in formats if each == default), formats[0])


@dataclass(frozen=True)
class ListOptions:
    """The columns, the order and the number of the records that are shown."""

    columns: Annotated[
        str | None,
        typer.Option(
            metavar="列,…",
            help="示す列とその順。例: id,japan,phone",
            autocompletion=completing.columns,
            rich_help_panel=OUTPUT,
        ),
    ] = None
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="列",
            help="並べる列。--sort=-date は新しい順",
            autocompletion=completing.sort_fields,
            rich_help_panel=OUTPUT,
        ),
    ] = None
    limit: Annotated[
        str | None,
        typer.Option(metavar="件数", help="初めの何件かだけ示す", rich_help_panel=OUTPUT),
    ] = None
    count: Annotated[bool, typer.Option("--count", help="件数だけ示す", rich_help_panel=OUTPUT)] = (
        False
    )

    def number(self) -> int | None:
        """Return the limit; None means that all are shown.

        Raises:
            UsageError: `--limit` is no number.
        """
        if self.limit is None:
            return None
        if not (self.limit.isdecimal() and len(self.limit) <= LONGEST_NUMBER):
            raise UsageError(
                _("--limit の値「{word}」は件数ではありません。例: --limit 10", word=self.limit)
            )
        return int(self.limit)

    def order(self) -> Order | None:
        """Return the order asked for; None means by number.

        Raises:
            UsageError: there is no such field; the message names those there are.
        """
        if self.sort is None:
            return None
        name = pick("--sort", self.sort.removeprefix("-"), tuple(FIELDS))
        return Order(FIELDS[name], descending=self.sort.startswith("-"))

    def chosen(
        self, known: "Sequence[Column[Row]]", default: "Sequence[Column[Row]]"
    ) -> "Sequence[Column[Row]]":
        """Return the columns of `known` that are asked for, by key or heading, in that order.

        Raises:
            UsageError: there is no such column; it names those there are.
        """
        if self.columns is None:
            return default
        by_name = {name: column for column in known for name in (column.key, column.heading)}
        names = (name.strip() for name in self.columns.replace("、", ",").split(","))
        keys = [column.key for column in known]
        return [by_name.get(name) or by_name[pick("--columns", name, keys)] for name in names]
