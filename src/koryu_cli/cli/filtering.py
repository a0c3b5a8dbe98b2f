"""The filters as options, each defined once."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.words import read_span
from koryu_cli.errors import UsageError
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.query.filters import PeriodTest, Predicate, Spans

FILTERS = "絞り込み"


@dataclass(frozen=True, repr=False, eq=False)
class FilterOptions:
    """The filters: which agreements a command is about."""

    country: Annotated[
        list[str] | None,
        typer.Option(
            "--country",
            "-c",
            metavar="国",
            help="相手国。韓国、大韓民国、KR、kor、Korea など。!韓国 はそれ以外",
            autocompletion=candidates.countries,
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
            autocompletion=candidates.prefectures,
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
            autocompletion=candidates.governments,
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
            autocompletion=candidates.themes,
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
            autocompletion=candidates.kinds,
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
        """Return the spans of days that the options for dates name.

        Raises:
            UsageError: one is not understood, or no day is since one and until the other.
        """
        from koryu_cli.query.filters import Spans, excluded  # help does without records

        when = self.when or ()
        since = read_span(self.since) if self.since is not None else None
        until = read_span(self.until) if self.until is not None else None
        if since and until and since.start and until.end and until.end < since.start:
            first, last = since.start.isoformat(), until.end.isoformat()
            raise UsageError(
                _(
                    "--since（{first} から）が --until（{last} まで）より後です。",
                    first=first,
                    last=last,
                )
            )
        return Spans(
            when=[read_span(word) for word in when if excluded(word) is None],
            not_when=[read_span(word) for word in map(excluded, when) if word is not None],
            since=since,
            until=until,
        )

    def without_period(self) -> "FilterOptions":
        """Return the options without those for dates."""
        return replace(self, when=None, since=None, until=None)
