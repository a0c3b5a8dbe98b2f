"""CSV and TSV, cell by cell."""

import csv
import io

import pytest

from koryu_cli.views.columns import Column
from koryu_cli.views.delimited import render_csv, render_tsv

COLUMNS: list[Column[str]] = [Column("a", "見出し", str)]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("\\t", r"\\t"),
        ("a\tb", r"a\tb"),
        ("a\nb", r"a\nb"),
        ("a\r\nb", r"a\r\nb"),
        ("札幌市", "札幌市"),
        ('"a"', '"a"'),
    ],
)
def test_a_cell_of_tsv_is_one_line_that_can_be_undone(text: str, cell: str) -> None:
    assert list(render_tsv(COLUMNS, [text])) == ["見出し\n", f"{cell}\n"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"])
def test_a_spreadsheet_runs_no_cell(start: str) -> None:
    text = f"{start}1"
    assert "".join(render_tsv(COLUMNS, [text], header=False)).startswith("'")
    printed = "".join(render_csv(COLUMNS, [text], header=False))
    assert list(csv.reader(io.StringIO(printed, newline=""))) == [[f"'{text}"]]


@pytest.mark.parametrize("text", ['a"b', "a,b", "a\nb", "a\r\nb", " a ", "1=1"])
def test_a_cell_of_csv_comes_back(text: str) -> None:
    printed = "".join(render_csv(COLUMNS, [text, "次"]))
    assert printed.startswith("見出し\r\n")
    assert list(csv.reader(io.StringIO(printed, newline=""))) == [["見出し"], [text], ["次"]]
