"""Workbooks, read back by openpyxl."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import ROOT, Koryu

from koryu_cli.views.columns import Column
from koryu_cli.views.xlsx import WorkbookError, render

Row = dict[str, str]


def workbook(rows: list[Row], numbers: str = "") -> bytes:
    """A workbook with the columns of the first row; those in `numbers` are of numbers."""
    columns: list[Column[Row]] = [
        Column(key, key, itemgetter(key), number=key in numbers) for key in rows[0]
    ]
    return b"".join(render(columns, rows, title="表題"))


def sheet(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).active


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("札幌市", "札幌市"),
        ("011002", "011002"),
        ("1996", "1996"),
        ("2012-05-23", datetime(2012, 5, 23)),
        ("1900-03-01", datetime(1900, 3, 1)),
        ("1900-02-28", "1900-02-28"),
        ("1872-12-31", "1872-12-31"),
        ("2012-02-30", "2012-02-30"),
        ("2012-05", "2012-05"),
        ("平成24年", "平成24年"),
        ("=1+1", "=1+1"),
        ('=HYPERLINK("http://x")', '=HYPERLINK("http://x")'),
        ("+81-3-1234", "+81-3-1234"),
        ("#N/A", "#N/A"),
        ("[bold]&<>", "[bold]&<>"),
        ("一行\n二行", "一行\n二行"),
        (" 端 ", " 端 "),
        ("", None),
    ],
)
def test_a_text_becomes_what_it_is(text: str, value: object) -> None:
    cell = sheet(workbook([{"a": text, "b": "b"}])).cell(2, 1)
    assert cell.value == value
    assert cell.data_type == ("d" if isinstance(value, datetime) else "n" if not text else "s")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "＝1"])
def test_a_text_like_a_formula_stays_a_text_when_edited(text: str) -> None:
    first, second = sheet(workbook([{"a": text, "b": "1"}]))[2]
    assert (first.quotePrefix, second.quotePrefix) == (True, False)


@pytest.mark.parametrize("text", ["\a\x1b[31m", "_x0007_", "a\rb", "\0", "\ufffe"])
def test_control_characters_come_back(text: str) -> None:
    """As Excel writes them: _x0007_."""
    from openpyxl.utils.escape import unescape

    assert unescape(sheet(workbook([{"a": text}]))["A2"].value) == text


def test_numbers_are_numbers_as_far_as_excel_keeps_them() -> None:
    row = {"n": "25", "m": "9" * 15, "o": "9" * 16, "p": "-", "q": ""}
    cells = sheet(workbook([row], "nmopq"))[2]
    assert [cell.value for cell in cells] == [25, 999_999_999_999_999, "9" * 16, "-", None]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("http://example.jp/a_b?c=1&d=2", "http://example.jp/a_b?c=1&d=2"),
        ("http://example.jp/日本", "http://example.jp/日本"),
        ("a.b_c@town.example.jp", "mailto:a.b_c@town.example.jp"),
        ("http://example.jp/1、http://example.jp/2", None),
        ("javascript:alert(1)", None),
        ("札幌市", None),
        ("http://example.jp/" + "a" * 2_100, None),
    ],
)
def test_an_address_is_a_link(text: str, target: str | None) -> None:
    cell = sheet(workbook([{"a": text}]))["A2"]
    assert cell.value == text
    assert (cell.hyperlink.target if cell.hyperlink else None) == target


def test_the_layout() -> None:
    page = sheet(workbook([{"番号": "1", "経緯": "長" * 100}, {"番号": "2", "経緯": "短い"}]))
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:B3"
    assert page["A1"].font.bold
    assert page.print_title_rows == "$1:$1"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert [page.column_dimensions[letter].width for letter in "AB"] == [6, 62]
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page["B2"].alignment.wrap_text


def test_a_wide_sheet_is_printed_on_several_pages_side_by_side() -> None:
    page = sheet(workbook([dict.fromkeys("abcdef", "a" * 52)]))
    assert page.page_setup.fitToWidth == 2
    assert sheet(workbook([dict.fromkeys("abcde", "a" * 52)])).page_setup.fitToWidth == 1


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [
        ("一行", 6, None),
        ("一行\n二行", 6, 36),
        ("字" * 31, 62, 36),
        ("字" * 29, 60, None),
        ("○" * 29, 60, None),
        ("が" * 29, 60, None),
        ("a" * 70, 62, 36),
        ("字" * 700, 122, 216),
        ("行\n" * 40, 4, 396),
    ],
)
def test_a_row_is_as_high_as_its_texts(text: str, width: int, height: int | None) -> None:
    """Programs show no more of a text than its row has room for."""
    page = sheet(workbook([{"a": text}]))
    assert page.column_dimensions["A"].width == width
    assert page.row_dimensions[2].height == height


def test_the_same_rows_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    first = workbook([{"a": "1"}])
    later = time.localtime(time.time() + 10_000)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    assert workbook([{"a": "1"}]) == first
    archive = zipfile.ZipFile(io.BytesIO(first))
    assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")
    assert "表題" in archive.read("docProps/core.xml").decode()


def test_what_excel_does_not_take_is_an_error() -> None:
    assert sheet(workbook([{"a": "字" * 32_767}]))["A2"].value == "字" * 32_767
    for text in ("字" * 32_768, "𠮷" * 16_384):
        with pytest.raises(WorkbookError, match="32767 字まで"):
            workbook([{"a": text}])
    columns: list[Column[str]] = [Column("a", "a", str)]
    with pytest.raises(WorkbookError, match="1048575 行まで"):
        next(render(columns, _many()))


def _many() -> Iterator[str]:
    return ("" for _ in range(2**20))


def test_a_list_reads_back_the_same(koryu: Koryu, tmp_path: Path) -> None:
    path = str(tmp_path / "a.xlsx")
    assert koryu("list", "-O", path).code == 0
    again = koryu("--data", path, "list", "-o", "csv")
    assert (again.code, again.out) == (0, koryu("list", "-o", "csv").out)
    page = openpyxl.load_workbook(path).active
    assert page
    first = dict(zip([cell.value for cell in page[1]], page[2], strict=True))
    assert first["番号"].value == 1
    assert first["団体コード"].value == "011002"
    assert first["提携年月日"].value == "平成8年6月24日"
    assert (first["開始日"].value, first["開始日"].number_format) == (
        datetime(1996, 6, 24),
        "yyyy-mm-dd",
    )


LEDGERS = [
    path
    for path in sorted((ROOT / "tests" / "data" / "ledgers").glob("*.csv"))
    if path.stem != "08_taiwan_yearly"  # it has no heading row
]


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda path: path.stem)
def test_a_workbook_holds_what_the_csv_holds(koryu: Koryu, tmp_path: Path, ledger: Path) -> None:
    """Days and numbers are real ones, all else is text, and nothing is a formula."""
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        assert koryu("--data", str(ledger), "list", "-O", str(path)).code == 0
    assert first.read_bytes() == second.read_bytes()
    lines = csv.reader(io.StringIO(koryu("--data", str(ledger), "list", "-o", "csv").out))
    page = sheet(first.read_bytes())
    for cells, line in zip(page.iter_rows(), lines, strict=True):
        for cell, text in zip(cells, line, strict=True):
            assert cell.data_type in ("s", "d", "n")
            day = cell.value.date() if cell.data_type == "d" else cell.value
            assert str(day or "") == text.removeprefix("'")
