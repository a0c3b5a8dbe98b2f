"""`koryu show`: the cards of agreements."""

from typing import Annotated

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.formats import FORMATS
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions
from koryu_cli.cli.presenting import present_cards
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.words import named_agreements, words_or_standard_input

EXAMPLES = """
koryu show 17
koryu show 3-5 25
koryu list --country 韓国 -o ids | koryu show -
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("show", cls=Command, epilog=EXAMPLES)
@grouped
def show(
    numbers: Annotated[
        list[str],
        typer.Argument(
            metavar="番号",
            help="個票の番号。3-5 は範囲、1,3 は並び、- は標準入力から読む",
            autocompletion=candidates.numbers,
        ),
    ],
    form: FormatOptions,
    settings: Settings,
) -> None:
    """協定の個票を番号で示す。"""
    from koryu_cli.query.numbers import no_such  # help does without records

    name, words = form.chosen(FORMATS.show), words_or_standard_input(numbers)
    found = settings.select(lambda _: True)
    named = named_agreements(found.value, words)
    shown = found.with_value(named.agreements)._replace(total=len(named.agreements))
    present_cards(settings, shown, form, name)
    if named.missing:
        raise no_such(named.missing, found.value.ids)
