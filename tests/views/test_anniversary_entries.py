"""Anniversaries without colour and width are those that Rich draws."""

import io
from datetime import date

import pytest
from rich.console import Console

from koryu_cli.catalogue import reading
from koryu_cli.query.anniversaries import anniversaries
from koryu_cli.record.models import Agreement
from koryu_cli.views.anniversaries import render, render_plain

AGREEMENTS = reading.read()
HOSTILE = [
    AGREEMENTS[0].model_copy(
        update={"title": "[red]環境\n\x1b[31m " + "か\u3099" * 40, "contacts": ()}
    )
]


@pytest.mark.parametrize("year", [2027, 2026, 1890])
@pytest.mark.parametrize("agreements", [AGREEMENTS, HOSTILE], ids=["survey", "hostile"])
def test_the_plain_form_is_the_other_without_colour(year: int, agreements: list[Agreement]) -> None:
    found = anniversaries(agreements, date(year, 1, 1), date(year, 12, 31), every=1).found

    page = io.StringIO()
    console = Console(file=page, width=100_000, markup=False, emoji=False, highlight=False)
    console.print(render(found, "2027年の周年", None))
    lines = [line.rstrip() for line in page.getvalue().rstrip().split("\n")]

    assert "".join(render_plain(found, "2027年の周年")).rstrip().split("\n") == lines
