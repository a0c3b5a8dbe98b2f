"""What commands say of a ledger beside their results."""

from typing import TYPE_CHECKING

from koryu_cli.cli.formats import TableFormat
from koryu_cli.cli.rendering import present_rows
from koryu_cli.language import _
from koryu_cli.text import in_a_row

if TYPE_CHECKING:
    from koryu_cli.cli.options import FormatOptions
    from koryu_cli.ledger.reading import Ledger
    from koryu_cli.output import Output

MOST_NOTICES = 20
"""How many remarks are shown on cells that were understood."""


def note_ledger(output: "Output", ledger: "Ledger", check: str) -> None:
    """Write the notes on a ledger: how it was understood, and how many problems it has.

    Args:
        output: where to; how the ledger was understood is said on a terminal only.
        ledger: the ledger.
        check: the command line that lists all problems.
    """
    from koryu_cli.ledger.summary import understood  # JSON data do without
    from koryu_cli.ledger.workbook import only_first_read  # JSON data do without

    output.aside(in_a_row([*understood(ledger), only_first_read(ledger.sheets)]))
    for problem in ledger.problems:
        if problem.row is None:
            output.note(str(problem))
    if count := len(ledger.problems):
        output.note(
            _(
                "読み取れない値が {count} 件あります。{check} で一覧を示します。",
                count=count,
                check=check,
            )
        )


def note_reading(output: "Output", ledger: "Ledger") -> None:
    """Say how a ledger was understood, on a terminal, and what its reader should know of cells."""
    from koryu_cli.ledger.summary import understood  # JSON data do without
    from koryu_cli.ledger.workbook import only_first_read  # JSON data do without

    output.aside(in_a_row(understood(ledger)))
    if unread := only_first_read(ledger.sheets):
        output.note(unread)
    for notice in ledger.notices[:MOST_NOTICES]:
        output.note(str(notice))
    if more := len(ledger.notices[MOST_NOTICES:]):
        output.note(_("注意はほかに {count} 件あります。", count=more))


def present_problems(
    output: "Output", ledger: "Ledger", source: str, form: "FormatOptions", name: TableFormat
) -> None:
    """Write what is wrong with a ledger, and say how many rows became what.

    Args:
        output: where to.
        ledger: the ledger.
        source: what messages call it.
        form: the options for formats.
        name: the format; as a table, each problem is a sentence.
    """
    from koryu_cli.views.findings import FINDING_COLUMNS, document  # JSON data do without

    problems = ledger.problems
    if name != "table":
        documents = map(document, problems)
        present_rows(output, name, FINDING_COLUMNS, problems, documents, form.layout())
    elif output.is_plain():
        output.write(f"{problem}\n" for problem in problems)
    else:
        from koryu_cli.display import visible  # plain text needs neither
        from koryu_cli.views.japanese_text import JapaneseText

        output.show(JapaneseText("\n".join(visible(str(problem)) for problem in problems)))
    output.note(
        _(
            "問題 {count} 件（{name}: 協定 {records} 件、除いた行 {left_out} 行）",
            count=len(problems),
            name=source,
            records=len(ledger.records),
            left_out=len(ledger.left_out),
        )
    )
