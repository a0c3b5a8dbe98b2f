"""`koryu timeline`: the dates that the forms mention, as a history."""

from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.cli.formats import FORMATS, TableFormat
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions
from koryu_cli.cli.rendering import present_rows
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.suggesting import explain_nothing
from koryu_cli.cli.words import named_agreements, words_or_standard_input
from koryu_cli.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from koryu_cli.query.events import Event
    from koryu_cli.record.models import Agreement

EXAMPLES = """
koryu timeline 9
koryu timeline --country 韓国 --since 平成20
koryu timeline --when 平成23年度 --json
koryu list -g 川崎 -o ids | koryu timeline -
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("timeline", cls=Command, epilog=EXAMPLES)
@grouped
def timeline(
    numbers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="番号",
            help="個票の番号。3-5 は範囲、- は標準入力。省くとすべて",
            autocompletion=candidates.numbers,
        ),
    ] = None,
    *,
    filters: FilterOptions,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """本文に出てくる年月日と提携年月日を、それが現れる文とともに年代順に並べる。

    --when、--since、--until は協定ではなく、並べる年月日を絞り込む。
    """
    # Help does without records.
    from koryu_cli.query.events import events, merged
    from koryu_cli.query.numbers import no_such
    from koryu_cli.views.columns import named_sides

    name = form.chosen(FORMATS.timeline)
    words = words_or_standard_input(numbers) if numbers else None
    matches, may_lie_within = filters.without_period().matcher(), filters.period()

    def told(agreements: "Iterable[Agreement]") -> "list[Event]":
        chosen = filter(matches, agreements)
        found = events(chosen, named_sides)
        return [event for event in found if may_lie_within(event.start, event.span.end)]

    missing: Sequence[str] = ()
    ids: Sequence[int] = ()
    if words is None:
        gathered = settings.gather(lambda entries: told(each for each, _ in entries))
        found = [*merged(gathered.value)]
        total, can_be_read_again = gathered.total, gathered.can_be_read_again
    else:
        selected = settings.select(lambda _: True)
        named = named_agreements(selected.value, words)
        missing, ids = named.missing, selected.value.ids
        found = told(named.agreements)
        total, can_be_read_again = selected.total, selected.can_be_read_again
    _present(settings, found, total, form, name)
    if missing:
        raise no_such(missing, ids)
    if not found and can_be_read_again:
        explain_nothing(settings, filters)


def _present(
    settings: Settings,
    found: "Sequence[Event]",
    total: int,
    form: FormatOptions,
    name: TableFormat,
) -> None:
    output = form.onto(settings.output)
    agreements = len({event.agreement.id for event in found})
    count = _(
        "年月日 {count} 件（{source} {total} 件のうち {forms} 件から）",
        count=len(found),
        source=settings.source_name(),
        total=total,
        forms=agreements,
    )
    if name == "html":
        from koryu_cli.views.html import timeline as page  # the terminal does without

        output.write(page.render(found, count), utf_8=True)
        return
    if name != "table":
        from koryu_cli.views.rows import EVENT_COLUMNS, event_document  # the table does without

        documents = map(event_document, found)
        present_rows(output, name, EVENT_COLUMNS, found, documents, form.layout(count))
        return
    from koryu_cli.views import timeline as view  # draws with Rich
    from koryu_cli.views.sentences import by_sentence

    sentences = by_sentence(found)
    if output.is_plain():
        output.write(view.render_plain(sentences))
    else:
        output.show(view.render(sentences, output.width()), long=True)
    output.note(count)
    if several := view.sentences_of_several(sentences):
        output.note(
            _(
                "日付がいくつもある {count} 文は、はじめの日付のところに一度だけ示しました。",
                count=several,
            )
        )
