"""The table of a pipe is that of a terminal, without colour and never wrapped."""

import io

import pytest
from rich.console import Console

from koryu_cli.catalogue import reading
from koryu_cli.record.models import Agreement
from koryu_cli.views import plain, table
from koryu_cli.views.columns import AGREEMENT_COLUMNS, TABLE_COLUMNS, Column

AGREEMENTS = reading.read()
TEXTS = [
    "ﾊﾟｰﾄﾅｰ",
    "葛\U000e0100飾",
    "か\u3099き\u3099",
    "Hue\u0302\u0301",
    "",
    " 前後 ",
    "[red]x[/]",
    "a\r\n\tb",
    "\x1b[31m\u202e\x9b",
    "　全角の空白　",
]
UNUSUAL = [AGREEMENTS[0].model_copy(update={"agreement": text}) for text in TEXTS]


@pytest.mark.parametrize(
    "columns", [TABLE_COLUMNS, AGREEMENT_COLUMNS, TABLE_COLUMNS[:1]], ids=["usual", "all", "one"]
)
@pytest.mark.parametrize("rows", [AGREEMENTS, UNUSUAL, []], ids=["survey", "unusual", "none"])
def test_it_is_the_same(rows: list[Agreement], columns: tuple[Column[Agreement], ...]) -> None:
    page = io.StringIO()
    console = Console(file=page, width=100_000, markup=False, emoji=False, highlight=False)
    console.print(table.render(table.lay_out(columns, rows, None), None))
    lines = [line.rstrip() for line in page.getvalue().split("\n")]
    assert "".join(plain.render(columns, rows)).split("\n") == lines
