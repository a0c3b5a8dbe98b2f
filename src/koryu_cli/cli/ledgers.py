"""What commands say of a ledger beside their results."""

import re
import shlex
from typing import TYPE_CHECKING

from koryu_cli.cli.formats import TableFormat
from koryu_cli.cli.presenting import render_rows
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.cli.settings import Settings
    from koryu_cli.ledger.reading import Ledger

MOST_NOTICES = 20
"""How many remarks are shown on cells that were understood."""


def note_ledger(settings: "Settings", ledger: "Ledger") -> None:
    """Say what a reader of a ledger should know: how it was understood, and how many problems.

    How it was understood is said on a terminal only.
    """
    from koryu_cli.ledger.summary import understood  # JSON data do without

    output = settings.output
    output.aside("".join(understood(ledger)))
    for problem in ledger.problems:
        if problem.row is None:
            output.note(str(problem))
    if count := len(ledger.problems):
        arguments = [settings.data or "-"]
        arguments += [part for pair in settings.map_ or () for part in ("--map", pair)]
        arguments += [part for pair in settings.set_ or () for part in ("--set", pair)]
        output.note(
            _(
                "読み取れない値が {count} 件あります。koryu check {arguments} で一覧を示します。",
                count=count,
                arguments=" ".join(map(shell_word, arguments)),
            )
        )


def note_reading(settings: "Settings", ledger: "Ledger") -> None:
    """Say how a ledger was understood, on a terminal, and what its reader should know of cells."""
    from koryu_cli.ledger.summary import understood  # JSON data do without

    output = settings.output
    output.aside("".join(understood(ledger)))
    for notice in ledger.notices[:MOST_NOTICES]:
        output.note(str(notice))
    if more := len(ledger.notices[MOST_NOTICES:]):
        output.note(_("注意はほかに {count} 件あります。", count=more))


def present_problems(
    settings: "Settings", ledger: "Ledger", name: str, form: TableFormat, *, bom: bool
) -> None:
    """Write what is wrong with a ledger, and say how many rows became what.

    Args:
        settings: the options that every command has.
        ledger: the ledger.
        name: what messages call it.
        form: the format; as a table, each problem is a sentence.
        bom: whether CSV starts with a byte order mark.
    """
    from koryu_cli.views.findings import FINDING_COLUMNS, document  # JSON data do without

    output, problems = settings.output, ledger.problems
    if form != "table":
        documents = map(document, problems)
        output.write(render_rows(form, FINDING_COLUMNS, problems, documents, bom=bom))
    elif output.is_plain():
        output.write(f"{problem}\n" for problem in problems)
    else:
        from koryu_cli.display import visible  # plain text needs neither
        from koryu_cli.views.lines import JapaneseText

        output.show(JapaneseText("\n".join(visible(str(problem)) for problem in problems)))
    output.note(
        _(
            "問題 {count} 件（{name}: 協定 {records} 件、除いた行 {left_out} 行）",
            count=len(problems),
            name=name,
            records=len(ledger.records),
            left_out=len(ledger.left_out),
        )
    )


def shell_word(text: str) -> str:
    """Return a word as a shell takes it, in quotes only where it needs them."""
    return text if re.fullmatch(r"[\w./=@%+:,-]+", text) else shlex.quote(text)
