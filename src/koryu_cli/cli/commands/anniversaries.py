"""`koryu anniversaries`: which agreements reach an anniversary in a year."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.cli.formats import FORMATS, AnniversaryFormat
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions
from koryu_cli.cli.rendering import present_rows
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.words import read_span
from koryu_cli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koryu_cli.output import Output
    from koryu_cli.query.anniversaries import Anniversary

EXAMPLES = """
koryu anniversaries --in 2027
koryu anniversaries --in 令和9年度 --every 1 --country 韓国
koryu anniversaries --in 2027 -o ical > anniversaries.ics
"""

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
            help="年または年度。2027、令和9年度 など。省くと今年（環境変数 KORYU_TODAY が"
            "あればその日の年）",
        ),
    ] = None,
    every: Annotated[
        str, typer.Option("--every", metavar="年数", help="何年ごとの周年か（既定 5）。1 は毎年")
    ] = "5",
    filters: FilterOptions,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """その年に周年を迎える協定を、日付と連絡先とともに示す。

    2月29日の周年は、平年には2月28日とする。年だけが分かる協定は、その年が少しでもかかれば数え、
    その年の日付のあとに示す。
    -o ical は、カレンダーに取り込める iCalendar 形式で出力する。
    """
    from koryu_cli.query import anniversaries as query  # help does without records

    name = form.chosen(FORMATS.anniversaries)
    first, last, period = _period(in_)
    step = _step(every)
    chosen, total, *_ = settings.select(filters.matcher())
    found = query.anniversaries(chosen, first, last, every=step)
    source = f"{settings.source_name()} {total} 件から"
    caption = f"{period}の{step}年ごとの周年: {len(found)} 件（{source}）"
    _present(form.onto(settings.output), found, caption, form, name)
    if not found and (others := query.anniversaries(chosen, first, last, every=1)):
        settings.output.note(f"--every 1 を付けると、毎年の周年が {len(others)} 件あります。")


def _period(word: str | None) -> tuple[date, date, str]:
    """Return the first and last day of the span that `word` means, and its name.

    Raises:
        UsageError: it is not understood, or has no beginning or no end.
    """
    from koryu_cli import wareki  # help does without dates
    from koryu_cli.wareki.now import today

    span = read_span(str(today().year) if word is None else word)
    if span.start is None or span.end is None:
        raise UsageError(
            f"--in の「{word}」は年でも年度でもありません。例: --in 2027、--in 令和9年度"
        )
    gregorian = wareki.format_gregorian(span).replace("/", "～")
    return span.start, span.end, f"{wareki.format_wareki(span)}（{gregorian}）"


def _step(word: str) -> int:
    if not re.fullmatch(r"\d{1,4}", word) or int(word) == 0:
        raise UsageError(f"--every の「{word}」は年数ではありません。例: --every 5")
    return int(word)


def _present(
    output: "Output",
    found: "Sequence[Anniversary]",
    caption: str,
    form: FormatOptions,
    name: AnniversaryFormat,
) -> None:
    match name:
        case "table":
            from koryu_cli.views.anniversaries import render  # draws with Rich

            output.show(render(found, caption, output.width()), long=True)
        case "ids":
            numbers = dict.fromkeys(anniversary.agreement.id for anniversary in found)
            output.write(f"{number}\n" for number in numbers)
        case "ical":
            _write_calendar(output, found)
        case _:
            # the other formats do without
            from koryu_cli.views.rows import ANNIVERSARY_COLUMNS, anniversary_document

            documents = map(anniversary_document, found)
            layout = form.layout(caption)
            present_rows(output, name, ANNIVERSARY_COLUMNS, found, documents, layout)


def _write_calendar(output: "Output", found: "Sequence[Anniversary]") -> None:
    from koryu_cli.views import ical  # the other formats do without

    output.write(ical.render(found), utf_8=True)
    if left_out := [str(each.agreement.id) for each in found if each.on is None]:
        output.note(f"日が分からないため予定にできません: {'、'.join(left_out)}番")
