import io
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from koryu_cli.errors import DataError
from koryu_cli.ledger import workbook
from koryu_cli.ledger.reading import read
from koryu_cli.ledger.sheet import Row
from koryu_cli.ledger.workbook import only_first_read


def saved(fill: Callable[[Worksheet], object]) -> bytes:
    """A workbook whose first sheet is filled so."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    book.create_sheet("控え").append(["番号"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rows_of(data: bytes) -> list[Row]:
    """The rows of the first sheet of a workbook."""
    rows, _sheets = workbook.read(data)
    return rows


def rewritten(data: bytes, member: str, pattern: str, replacement: str) -> bytes:
    """A workbook in which the text of a member is another."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == member:
                changed = re.sub(pattern, replacement, text.decode())
                assert changed != text.decode()
                text = changed.encode()
            new.writestr(name, text)
    return buffer.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_the_first_sheet_is_read_with_the_row_numbers_of_excel() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "都市", "備考"
        sheet["B4"] = "二行\nの備考"

    assert rows_of(saved(fill)) == [Row(1, ("都市", "備考")), Row(4, ("", "二行\nの備考"))]


def test_a_sheet_that_is_hidden_is_not_the_first() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "国の一覧"
        sheet.sheet_state = "hidden"

    assert rows_of(saved(fill)) == [Row(1, ("番号",))]
    assert workbook.read(saved(fill))[1] == ["控え"]


def test_sheets_that_are_not_read_are_named_unless_they_are_blank() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.title = "アジア"
        sheet.append(["自治体名", "提携先", "国名"])
        sheet.append(["横浜市", "上海市", "中国"])
        assert sheet.parent
        sheet.parent.create_sheet("白紙")
        sheet.parent.create_sheet("欧米")["C3"] = "フランス"
        sheet.parent.create_sheet("隠した表", 1)["A1"] = "国"
        sheet.parent["隠した表"].sheet_state = "hidden"

    found = read(saved(fill))
    assert found.sheets == ["アジア", "欧米", "控え"]
    assert only_first_read(found.sheets).startswith("読んだのは最初のシート「アジア」だけです。")
    assert only_first_read(found.sheets[:1]) == only_first_read([]) == ""


def test_where_the_first_sheet_is_no_table_the_others_are_named() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.title, sheet["A1"] = "説明", "この表は"

    with pytest.raises(DataError) as error:
        read(saved(fill))
    assert "最初のシート「説明」だけです。" in str(error.value)
    assert "ほかのシート（控え）" in str(error.value)


CELLS = {
    "text": ("上海市", "General", "上海市"),
    "whole number": (3, "General", "3"),
    "number that Excel holds with a fraction": (3.0, "0", "3"),
    "fraction": (0.1, "General", "0.1"),
    "as many decimals as are shown": (1990.1, "0.00", "1990.10"),
    "no fewer decimals than there are": (1990.05, "0.0", "1990.05"),
    "a whole number with decimals": (7, "0.0", "7.0"),
    "telephone number as it is shown": (112222222, "000-000-0000", "011-222-2222"),
    "number with more figures than its format": (12345, "00-00", "12345"),
    "code with the zeros that are shown": (11002, "000000", "011002"),
    "truth": (True, "General", "TRUE"),
    "date": (date(1973, 11, 30), "yyyy/m/d", "1973-11-30"),
    "date in its era": (datetime(1973, 11, 30), '[$-411]ggge"年"m"月"d"日";@', "1973-11-30"),
    "month": (date(1973, 11, 1), 'yyyy"年"m"月"', "1973-11"),
    "year": (date(1973, 1, 1), 'yyyy"年"', "1973"),
    "year in its era": (datetime(1973, 4, 1), '[$-411]ggge"年";@', "1973"),
    "short year in its era": (datetime(1973, 4, 1), "[$-411]ge", "1973"),
    "fiscal year": (datetime(1973, 4, 1), '[$-411]ggge"年度"', "1973年度"),
    "fiscal year, Gregorian": (datetime(1973, 4, 1), 'yyyy"年度"', "1973年度"),
    "date and time": (datetime(1973, 11, 30, 10, 30), "yyyy/m/d h:mm", "1973-11-30 10:30:00"),
    "time": (time(10, 30), "h:mm", "10:30:00"),
}


@pytest.mark.parametrize(("value", "number_format", "text"), CELLS.values(), ids=CELLS)
def test_a_cell_is_the_text_that_its_format_shows(
    value: object, number_format: str, text: str
) -> None:
    def fill(sheet: Worksheet) -> None:
        cell = sheet.cell(1, 1)
        cell.value, cell.number_format = value, number_format  # type: ignore[assignment]

    assert rows_of(saved(fill)) == [Row(1, (text,))]


def test_dates_counted_from_1904_are_the_same_days() -> None:
    data = saved(lambda sheet: sheet.append([date(1973, 11, 30)]))
    data = rewritten(data, "xl/workbook.xml", "<workbookPr ?/>", '<workbookPr date1904="1"/>')
    assert rows_of(data)[0].cells == ("1977-12-01",)


def test_a_formula_stands_with_its_value() -> None:
    data = saved(lambda sheet: sheet.append([7]))
    data = rewritten(data, SHEET, "<v>7</v>", "<f>3+4</f><v>7</v>")
    assert rows_of(data)[0].cells == ("7",)


def test_a_formula_whose_value_was_not_saved_is_a_problem() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["日本側", "海外側", "国", "提携", "備考"])
        sheet.append(["札幌市", "ミュンヘン市", "ドイツ", "=DATE(1972,8,28)", "=Sheet2!A1"])

    found = read(saved(fill))
    assert [(each["date"], each["note"]) for _, each in found.records] == [(None, None)]
    assert ["数式の値が保存されていません" in str(each) for each in found.problems] == [True, True]


def test_a_formula_that_gives_nothing_is_a_blank_cell() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "日本側", '=IF(A2="","","x")'

    formula = r'<c r="B1"><f>(.*?)</f><v\s*/?>(</v>)?</c>'
    data = rewritten(saved(fill), SHEET, formula, r'<c r="B1" t="str"><f>\1</f><v></v></c>')
    assert rows_of(data)[0].filled() == [0]


def test_what_stands_beside_merged_cells_belongs_to_their_agreement() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["番号", "日本側", "海外側", "提携", "備考", "人口"])
        sheet.append([1, "札幌市", "ミュンヘン市", "1972年", "備考", None])
        sheet.append([None, None, None, None, "続き", "150万"])
        sheet.append([2, "函館市", "天津市", "2001年", None, None])
        for column in "ABCD":
            sheet.merge_cells(f"{column}2:{column}3")

    found = read(saved(fill))
    shown = [(row, each["id"], each["note"], each["other"]) for row, each in found.records]
    assert shown == [(2, 1, "備考\n続き", {"人口": "150万"}), (4, 2, None, {})]
    assert found.passed.blank == 1


def test_another_partner_beside_merged_cells_makes_an_agreement() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["日本側", "姉妹都市", "友好都市"])
        sheet.append(["札幌市", "甲市", "乙市"])
        sheet.append([None, None, "丙市"])
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B2:B3")

    names = [each["overseas"][0]["name"] for _, each in read(saved(fill)).records]
    assert {*names} == {"甲市", "乙市", "丙市"}


def test_a_date_in_another_column_beside_merged_cells_makes_one_too() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["日本側", "海外側", "姉妹提携日", "友好提携日"])
        sheet.append(["札幌市", "甲市", "1990年", None])
        sheet.append([None, None, None, "2000年"])
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B2:B3")

    dates = [each["date"]["text"] for _, each in read(saved(fill)).records]
    assert dates == ["1990年", "2000年"]


def test_what_goes_on_with_a_row_of_no_agreement_belongs_to_none() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["日本側", "海外側", "備考"])
        sheet.append(["札幌市", "ミュンヘン市", "姉妹都市"])
        sheet.append(["函館市", "なし", "検討中"])
        sheet.append([None, None, "続き"])
        sheet.merge_cells("A3:A4")
        sheet.merge_cells("B3:B4")

    assert [each["note"] for _, each in read(saved(fill)).records] == ["姉妹都市"]


def test_all_agreements_of_a_row_have_what_goes_on_with_it() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["日本側", "姉妹都市", "友好都市", "備考"])
        sheet.append(["札幌市", "甲市", "乙市", "あ"])
        sheet.append([None, None, None, "い"])
        for cells in ("A2:A3", "B2:B3", "C2:C3"):
            sheet.merge_cells(cells)

    assert [each["note"] for _, each in read(saved(fill)).records] == ["あ\nい", "あ\nい"]


def test_another_date_beside_merged_parties_is_another_agreement() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["日本側", "海外側", "提携", "備考"])
        sheet.append(["札幌市", "ミュンヘン市", "1972年", "姉妹都市"])
        sheet.append([None, None, "2002年", "覚書"])
        for column in "AB":
            sheet.merge_cells(f"{column}2:{column}3")

    dates = [each["date"]["text"] for _, each in read(saved(fill)).records]
    assert dates == ["1972年", "2002年"]


def test_cells_merged_downwards_have_the_text_of_the_first() -> None:
    def fill(sheet: Worksheet) -> None:
        for cells in (["沖縄県", "ハワイ州"], ["", "福建省"], ["那覇市", "ホノルル市"]):
            sheet.append(cells)
        sheet.merge_cells("A1:A2")

    assert rows_of(saved(fill)) == [
        Row(1, ("沖縄県", "ハワイ州")),
        Row(2, ("沖縄県", "福建省"), frozenset({0})),
        Row(3, ("那覇市", "ホノルル市")),
    ]


def test_cells_merged_sideways_stand_in_the_first_alone() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["姉妹都市一覧", "", ""])
        sheet.append(["都市", "国", "備考"])
        sheet.merge_cells("A1:C1")

    assert [row.filled() for row in rows_of(saved(fill))] == [[0], [0, 1, 2]]


def test_a_cell_that_is_a_link_has_its_address() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["上海市", "市のページ"])
        sheet["B1"].hyperlink = "https://www.city.example.lg.jp/"

    [row] = rows_of(saved(fill))
    assert (row.cells, row.links) == (
        ("上海市", "市のページ"),
        {1: "https://www.city.example.lg.jp/"},
    )


def test_without_openpyxl_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(DataError, match=re.escape("pip install 'koryu-cli[excel]'")):
        rows_of(saved(lambda sheet: sheet.append(["都市"])))


def twenty(sheet: Worksheet) -> None:
    for number in range(20):
        sheet.append([f"都市{number}", number])


SOUND = saved(twenty)
ENTITIES = '<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
)
BROKEN = {
    "cut short inside": SOUND[:2000] + SOUND[-400:],
    "XML that does not close": rewritten(SOUND, SHEET, "</sheetData>.*", ""),
    "no such text": rewritten(SOUND, SHEET, 't="n"><v>3<', 't="s"><v>333<'),
    "no sheet": rewritten(SOUND, "xl/workbook.xml", "<sheet .*?/>", ""),
    "a cell nowhere": rewritten(SOUND, SHEET, 'r="A3"', 'r="3A"'),
    "a bomb of entities": rewritten(
        rewritten(SOUND, SHEET, "^", ENTITIES), SHEET, "<v>3</v>", "<v>&a11;</v>"
    ),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_workbook_is_an_error(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^Excel ブックが壊れています"):
        rows_of(data)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST", 10_000)
    with pytest.raises(DataError, match=r"^Excel ブックが大きすぎます"):
        rows_of(SOUND)


def test_what_a_sheet_says_of_its_size_costs_nothing() -> None:
    data = rewritten(SOUND, SHEET, 'ref="A1:B20"', 'ref="A1:XFD1048576"')
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = rewritten(data, SHEET, "</sheetData>", merged)
    data = rewritten(data, SHEET, '<row r="20"', '<row r="999999999"')
    rows = rows_of(data)
    assert [row.number for row in rows] == [*range(1, 20), 999999999]
    assert rows[1] == Row(2, ("都市0", "1"), frozenset({0}))


def test_more_cells_than_a_ledger_has_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 30)
    with pytest.raises(DataError, match=r"^Excel ブックが大きすぎます"):
        rows_of(SOUND)
