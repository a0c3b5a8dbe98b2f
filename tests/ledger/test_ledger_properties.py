"""What holds of any table: its rows add up, no cell is lost, no bytes break the reading."""

import csv
import io
import json
import re
import string
from contextlib import suppress
from typing import Any
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from koryu_cli.errors import KoryuError
from koryu_cli.ledger.above import DITTO_MARKS
from koryu_cli.ledger.cells import date_in, says_nothing
from koryu_cli.ledger.further import further_columns
from koryu_cli.ledger.reading import Ledger, read
from koryu_cli.ledger.sheet import GUARDED
from koryu_cli.record.models import Agreement

HEADINGS = """
番号 都道府県 日本側 海外側 国 州・省 提携年月日 記載 開始日 協定等 関係 種類 分野 備考 経緯 URL
担当部署 電話番号 電子メール 団体コード ページ 再掲 人口 カナダ 都市 備考
"""
WORDS = """
北海道 府中市 白山市(旧白峰村) 横浜港 上海市 ホノルル市(米国ハワイ州・1961年) 中国 カナダ なし
札幌市 － 1984年 昭和64年2月 24.5.23 26998 ① 1 A-1 姉妹都市 友好交流協定 環境、防災 平和 国際課
011-211-2032 a@example.jp https://example.jp/ 群馬県:高雄市 釜山広域市、済州市 川崎市
"""
CHARACTERS = "aZ09-.:;,'/\"@() \n\tあアｱ市県州港年月日元漢①②、。・：（）「」→～－　Ａ１"
TEXTS = st.sampled_from(["", "", "", *WORDS.split()]) | st.text(CHARACTERS, max_size=12)
TABLES = st.builds(
    lambda title, headings, rows: [title, ["日本側", "海外側", *headings], *rows],
    st.lists(st.sampled_from(["", "姉妹都市一覧"]), max_size=2),
    st.lists(st.sampled_from(HEADINGS.split()), max_size=6),
    st.lists(st.lists(TEXTS, min_size=1, max_size=9), max_size=8),
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp932"])
QUOTING = st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])


def written(table: list[list[str]], encoding: str, separator: str, quoting: Any) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator, quoting=quoting).writerows(table)
    return buffer.getvalue().encode(encoding)


def strings(value: object) -> str:
    """All text in a record, run together."""
    if isinstance(value, dict):
        return "\n".join(map(strings, value.values()))
    return "\n".join(map(strings, value)) if isinstance(value, list) else str(value)


@given(TABLES, ENCODINGS, st.sampled_from(",\t;"), QUOTING)
def test_the_rows_add_up(
    table: list[list[str]], encoding: str, separator: str, quoting: Any
) -> None:
    found = read(written(table, encoding, separator, quoting))
    rows = {row for row, _ in found.records}
    assert rows.isdisjoint(found.left_out)
    assert len(rows) + len(found.left_out) + sum(found.passed) == len(table)
    ids = [record["id"] for _, record in found.records]
    assert len(set(ids)) == len(ids)


@given(TABLES)
@example([["日本側", "海外側", "提携日"], ["北海道", "ヒロ市", "2018年3月解消"]])
@example([["日本側", "海外側", "提携日"], ["北海道", "ヒロ市", "令和9年4月締結予定"]])
@example([["日本側", "海外側", "西暦", "和暦"], ["北海道", "ヒロ市", "1980", "昭和56年"]])
@example([["日本側", "海外側", "国"], ["神戸市港湾局", "江蘇省・浙江省", "#N/A"]])
@example([["日本側", "海外側", "国"], ["神户市", "バイエルン自由州", "コンゴ"]])
def test_every_record_is_valid(table: list[list[str]]) -> None:
    for _, record in read(written(table, "utf-8", ",", csv.QUOTE_ALL)).records:
        Agreement.model_validate_json(json.dumps(record))


@given(TABLES)
def test_the_same_table_is_the_same_in_every_encoding(table: list[list[str]]) -> None:
    def reading(encoding: str, separator: str) -> Ledger:
        return read(written(table, encoding, separator, csv.QUOTE_ALL))

    assert reading("cp932", ",") == reading("utf-8", "\t") == reading("utf-16", ";")


def _unguarded(cell: str) -> str:
    """Return a cell without the ' before it that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith(tuple(f"'{sign}" for sign in GUARDED)) else cell


@given(TABLES)
@example([["日本側", "海外側"], ["北海道", "ヒロ市", "'@"]])
@example([["日本側", "海外側", "提携日", "締結日"], ["北海道", "ヒロ市", "", "北海道"]])
def test_no_cell_of_an_agreement_is_lost(table: list[list[str]]) -> None:
    """What is not one of the record's values, or follows from one, stands in `other`."""
    found = read(written(table, "utf-8", ",", csv.QUOTE_ALL))
    columns = (*further_columns(found.columns), found.columns)
    fields = dict.fromkeys(found.columns.dates, "date") | {
        index: field for each in columns for field, index in each.fields.items()
    }
    left_out = {problem.row for problem in found.problems if problem.is_left_out}
    records: dict[int, list[dict[str, Any]]] = {}
    for row, record in found.records:
        if left_out.isdisjoint({row, None}):  # of which all agreements are read
            records.setdefault(row, []).append(record)
    for row, of_row in records.items():
        for index, cell in enumerate(map(_unguarded, table[row - 1])):
            heading = found.columns.headings[index]
            if not cell.strip() or cell.strip() in DITTO_MARKS:
                continue  # which has the text above
            if not any(record["other"].get(heading) == cell for record in of_row):
                assert any(is_in(cell, fields[index], record) for record in of_row)


def is_in(cell: str, field: str, record: dict[str, Any]) -> bool:
    """Whether a record holds what a cell says: its text, or its characters but for marks."""
    match field:
        case "date" | "text":
            return date_in(cell).value is None or (record["date"] or {})["text"] in (
                cell.strip(),
                (date_in(cell).value or {})["text"],
            )
        case "agreement" | "relation" | "title" | "note" | "background":
            return record[field] in (cell, cell.strip())
        case "themes" | "phone" | "email" | "url" | "departments" | "country":
            return says_nothing(cell) or bool(
                set(re.findall(r"[^\W_]", normalize("NFKC", cell)))
                <= set(normalize("NFKC", strings(record) + "国中華人民共和"))
            )
        case _:
            return True


@given(
    st.binary(max_size=200)
    | st.text(string.printable + "日本側,海外側\n", max_size=200).map(str.encode)
)
def test_no_bytes_make_the_reading_fail_but_with_an_error_of_koryu(data: bytes) -> None:
    with suppress(KoryuError):
        read(data)


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=20))
def test_no_damage_to_a_workbook_does(place: int, damage: bytes) -> None:
    data = bytearray(WORKBOOK)
    place %= len(data)
    data[place : place + len(damage)] = damage
    with suppress(KoryuError):
        read(bytes(data))


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for cells in (["日本側", "海外側", "提携"], ["札幌市", "上海市", "1990年"]):
        book.worksheets[0].append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


WORKBOOK = _workbook()
