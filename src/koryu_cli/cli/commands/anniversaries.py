"""`koryu anniversaries`: which agreements reach an anniversary in a year."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.cli.formats import FORMATS, AnniversaryFormat
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import ExcerptOptions, FormatOptions
from koryu_cli.cli.rendering import Layout, present_rows
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.suggesting import explain_nothing
from koryu_cli.cli.words import read_span
from koryu_cli.errors import UsageError
from koryu_cli.language import _, is_english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koryu_cli.output import Output
    from koryu_cli.query.anniversaries import Anniversaries, Anniversary
    from koryu_cli.views.columns import Column

EXAMPLES = """
koryu anniversaries --in 2027
koryu anniversaries --in 来年度 --years 15,20
koryu anniversaries --in 令和9年度 --every 1 --country 韓国
koryu anniversaries --in 2027 -o ical > anniversaries.ics
"""

DEFAULT_STEP = "5"
MOST_NUMBERS = 20
"""How many agreements a note names."""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("anniversaries", cls=Command, epilog=EXAMPLES)
@grouped
def anniversaries(
    *,
    in_: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="年",
            help="年または年度。2027、令和9年度、来年度 など。省くと今年（環境変数 KORYU_TODAY が"
            "あればその日の年）",
        ),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option("--every", metavar="年数", help="何年ごとの周年か（既定 5）。1 は毎年"),
    ] = None,
    years: Annotated[
        str | None,
        typer.Option("--years", metavar="年数,…", help="この年数の周年だけ。例: 15,20"),
    ] = None,
    filters: FilterOptions,
    listing: ExcerptOptions,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """その年に周年を迎える協定を、日付と連絡先とともに示す。

    2月29日の周年は、平年には2月28日とする。年だけが分かる協定は、その年が少しでもかかれば数え、
    その年の日付のあとに示す。年月日の分からない協定は、番号を標準エラーに示す。
    -o ical は、カレンダーに取り込める iCalendar 形式で出力する。
    """
    from koryu_cli.query import anniversaries as query  # help does without records

    name, window = form.chosen(FORMATS.anniversaries), listing.window()
    columns = _columns(listing)
    (first, last, period), (step, numbers) = _period(in_), _numbers(every, years)
    selected = settings.select(filters.matcher())
    reached = query.anniversaries(selected.value, first, last, every=step, years=numbers)
    found = reached.found[window]
    source, total = settings.source_name(), selected.total
    caption = _caption(period, step, numbers, len(reached.found), source, total)
    if listing.count:
        settings.output.write([f"{len(found)}\n"])
    else:
        remarks = [_undated(reached.undated)] if reached.undated else []
        layout = form.layout(caption, remarks)
        _present(form.onto(settings.output), found, columns, layout, name)
    _note(settings.output, reached, len(found))
    if not selected.value and selected.can_be_read_again:
        explain_nothing(settings, filters)


def _period(word: str | None) -> tuple[date, date, str]:
    """Return the first and last day of the span that `word` means, and its name.

    Raises:
        UsageError: it is not understood, or has no beginning or no end.
    """
    from koryu_cli import wareki  # help does without dates
    from koryu_cli.wareki.now import today
    from koryu_cli.wareki.writing import write

    span = read_span(str(today().year) if word is None else word)
    if span.start is None or span.end is None:
        raise UsageError(
            _(
                "--in の「{word}」は年でも年度でもありません。例: --in 2027、--in 令和9年度",
                word=word,
            )
        )
    if is_english():
        return span.start, span.end, write(span)
    gregorian = wareki.format_gregorian(span).replace("/", "～")
    return span.start, span.end, f"{wareki.format_wareki(span)}（{gregorian}）"


def _numbers(every: str | None, years: str | None) -> tuple[int, list[int]]:
    """Return every how many years there is an anniversary, or else the numbers of years asked for.

    Raises:
        UsageError: a number that is none, or both options at once.
    """
    if years is None:
        return _number("--every", every or DEFAULT_STEP), []
    if every is not None:
        raise UsageError(_("--every と --years は同時に使えません。"))
    return 1, [_number("--years", word.strip()) for word in years.replace("、", ",").split(",")]


def _number(option: str, word: str) -> int:
    if not re.fullmatch(r"\d{1,4}", word) or int(word) == 0:
        raise UsageError(
            _(
                "{option} の「{word}」は年数ではありません。例: {option} 5",
                option=option,
                word=word,
            )
        )
    return int(word)


def _columns(listing: ExcerptOptions) -> "Sequence[Column[Anniversary]] | None":
    """Return the columns asked for, or None."""
    if listing.columns is None:
        return None
    from koryu_cli.views.rows import ANNIVERSARY_COLUMNS  # the page does without

    return listing.chosen(ANNIVERSARY_COLUMNS, ANNIVERSARY_COLUMNS)


def _caption(
    period: str, step: int, numbers: "Sequence[int]", count: int, source: str, total: int
) -> str:
    values = {"period": period, "count": count, "source": source, "total": total}
    if numbers:
        return _(
            "{period}の{years}周年: {count} 件（{source} {total} 件から）",
            years=_("・").join(map(str, numbers)),
            **values,
        )
    if step == 1:
        return _("{period}の周年: {count} 件（{source} {total} 件から）", **values)
    return _(
        "{period}の{step}年ごとの周年: {count} 件（{source} {total} 件から）", step=step, **values
    )


def _note(output: "Output", reached: "Anniversaries", shown: int) -> None:
    """Say what there is beside the anniversaries that are shown."""
    if shown < len(reached.found):
        output.note(
            _("{found} 件のうち {count} 件を示しました。", found=len(reached.found), count=shown)
        )
    if not reached.found and reached.others:
        output.note(
            _("--every 1 を付けると、毎年の周年が {count} 件あります。", count=reached.others)
        )
    if reached.undated:
        output.note(_undated(reached.undated))


def _undated(numbers: "Sequence[int]") -> str:
    """Return the sentence about the agreements without a date."""
    return _(
        "年月日の分からない協定 {count} 件は含まれていません: {numbers}",
        count=len(numbers),
        numbers=_listed(numbers),
    )


def _listed(numbers: "Sequence[int]") -> str:
    """Return the numbers of some agreements, of many only the first."""
    shown = _("、").join(map(str, numbers[:MOST_NUMBERS]))
    if len(numbers) > MOST_NUMBERS:
        return _("{numbers} 番など", numbers=shown)
    return _("{numbers} 番", numbers=shown)


def _present(
    output: "Output",
    found: "Sequence[Anniversary]",
    columns: "Sequence[Column[Anniversary]] | None",
    layout: Layout,
    name: AnniversaryFormat,
) -> None:
    match name:
        case "table" if columns is None:
            from koryu_cli.views import anniversaries as view  # the other formats do without

            if output.is_plain():
                output.write(view.render_plain(found, layout.title))
            else:
                output.show(view.render(found, layout.title, output.width()), long=True)
        case "html" if columns is None:
            from koryu_cli.views.html import anniversaries as page  # the terminal does without

            output.write(page.render(found, layout.title, layout.notes), utf_8=True)
        case "ids":
            numbers = dict.fromkeys(anniversary.agreement.id for anniversary in found)
            output.write(f"{number}\n" for number in numbers)
        case "ical":
            _write_calendar(output, found)
        case _:
            # the other formats do without
            from koryu_cli.views.rows import ANNIVERSARY_COLUMNS, anniversary_document

            shown = columns or ANNIVERSARY_COLUMNS
            documents = (anniversary_document(each, columns) for each in found)
            present_rows(output, name, shown, found, documents, layout)


def _write_calendar(output: "Output", found: "Sequence[Anniversary]") -> None:
    from koryu_cli.views import ical  # the other formats do without

    output.write(ical.render(found), utf_8=True)
    if left_out := [*dict.fromkeys(each.agreement.id for each in found if each.on is None)]:
        output.note(_("日が分からないため予定にできません: {numbers}", numbers=_listed(left_out)))
