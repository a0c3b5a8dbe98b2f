import io
import sys
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from tables import ledger

from koryu_cli.errors import DataError, UsageError
from koryu_cli.ledger.reading import Ledger, read


def record(*lines: str, **options: Any) -> dict[str, Any]:
    """The one record of such lines."""
    [(_, only)] = ledger(*lines, **options).records
    return only


def messages(found: Ledger) -> list[str]:
    return [str(problem) for problem in found.problems]


FULL = record(
    "番号|都道府県|日本側|海外側|国|州・省|提携年月日|協定等|関係|標題|章|ページ|再掲|分野|備考|経緯|取組内容"
    "|成果|URL|担当部署|電話番号|電子メール|人口|訪問",
    "7|北海道|札幌市|ポートランド市|アメリカ合衆国|オレゴン州|1959年11月17日|交流の覚書|姉妹都市|標題|行政交流"
    "|3|再掲|環境、防災|参考| 縁 |訪問|成果あり|https://example.jp/|国際課|011-211-2032|a@example.jp|60万|",
)


def test_a_row_with_every_field_becomes_a_record() -> None:
    assert FULL == {
        "id": 7,
        "category": "行政交流",
        "title": "標題",
        "agreement": "交流の覚書",
        "relation": "姉妹都市",
        "reprinted": True,
        "page": 3,
        "japan": [
            {
                "name": "北海道札幌市",
                "prefecture": "北海道",
                "municipality": "札幌市",
                "code": "011002",
                "kana": "さっぽろし",
                "body": None,
            }
        ],
        "overseas": [
            {
                "name": "ポートランド市",
                "country": "US",
                "country_name": "アメリカ",
                "divisions": ["オレゴン州", "ポートランド市"],
                "body": None,
            }
        ],
        "date": {
            "text": "1959年11月17日",
            "start": "1959-11-17",
            "end": "1959-11-17",
            "precision": "day",
            "wareki": "昭和34年11月17日",
        },
        "background": " 縁 ",
        "activities": "訪問",
        "outcomes": "成果あり",
        "links": [{"label": None, "url": "https://example.jp/"}],
        "contacts": [{"departments": ["国際課"], "phone": "011-211-2032", "email": "a@example.jp"}],
        "themes": ["環境", "防災"],
        "note": "参考",
        "other": {"人口": "60万"},
    }


def test_a_row_with_both_sides_alone_becomes_one_too() -> None:
    found = record("日本側|海外側", "札幌市|上海市")
    assert found["id"] == 2
    assert (found["date"], found["relation"], found["note"]) == (None, None, None)
    assert (found["links"], found["contacts"], found["themes"], found["other"]) == ([], [], [], {})


KEPT = {
    "番号": ("番号|日本側|海外側", "甲|札幌市|上海市", "1|札幌市|リヨン市"),
    "分野": ("分野|日本側|海外側", "平和|札幌市|上海市", "防災|札幌市|リヨン市"),
    "電話番号": ("電話番号|日本側|海外側", "未設置|札幌市|上海市", "011-211-2032|札幌市|リヨン市"),
    "電子メール": ("電子メール|日本側|海外側", "未設置|札幌市|上海市", "|札幌市|リヨン市"),
    "URL": ("URL|日本側|海外側", "準備中|札幌市|上海市", "|札幌市|リヨン市"),
    "ページ": ("ページ|日本側|海外側", "末尾|札幌市|上海市", "|札幌市|リヨン市"),
    "再掲": ("再掲|日本側|海外側", "初出|札幌市|上海市", "|札幌市|リヨン市"),
    "国": ("国|日本側|海外側", "アトランティス|札幌市|上海市", "|札幌市|リヨン市"),
    "団体コード": ("団体コード|日本側|海外側", "022012|札幌市|上海市", "011002|札幌市|リヨン市"),
}


@pytest.mark.parametrize(("heading", "lines"), KEPT.items(), ids=KEPT)
def test_what_cannot_be_understood_is_a_problem_and_kept(
    heading: str, lines: tuple[str, ...]
) -> None:
    found = ledger(*lines)
    value = lines[1].split("|")[0]
    [problem] = found.problems
    assert (problem.row, problem.heading, problem.value) == (2, heading, value)
    assert str(problem).startswith(f"2 行目 {heading}「{value}」: ")
    assert found.records[0][1]["other"] == {heading: value}
    assert len(found.records) == 2


def test_a_date_that_cannot_be_read_is_kept_as_its_text() -> None:
    found = ledger("日本側|海外側|提携年月日", "札幌市|上海市|1989/10/12 (S64)")
    assert messages(found)[0].startswith(
        "2 行目 提携年月日「1989/10/12 (S64)」: 昭和64年は1月7日までです。もしかして: "
    )
    date = found.records[0][1]["date"]
    assert (date["text"], date["start"]) == ("1989/10/12 (S64)", None)
    assert found.records[0][1]["other"] == {}


@pytest.mark.parametrize(
    "section",
    [
        "■中国（3）",
        "中国（3件）",
        "【中国】3都市",
        "中国",
        "１　中国",
        "アジア（中国）",
        "中国（江蘇）",
    ],
)
def test_a_section_may_name_the_country_of_the_partners_below(section: str) -> None:
    found = ledger("日本側|海外側|提携年月日", f"{section}||", "倉敷市|鎮江市|平成9年11月18日")
    assert [record["overseas"][0]["country"] for _, record in found.records] == ["CN"]


@pytest.mark.parametrize("section", ["関東（西）", "アジア"])
def test_a_section_that_may_mean_something_else_names_no_country(section: str) -> None:
    found = ledger("日本側|海外側|提携年月日", f"{section}||", "倉敷市|鎮江市|平成9年11月18日")
    assert [record["overseas"][0]["country"] for _, record in found.records] == [None]


def test_a_blank_cell_beside_a_prefecture_is_said_to_be_that_above() -> None:
    lines = (
        "都道府県|市町村|海外側",
        "秋田県|秋田市|蘭州市",
        "秋田県||甘粛省",
        "|大館市|乙市",
        "||丙市",
    )
    found = ledger(*lines)
    assert [record["japan"][0]["name"] for _, record in found.records[:2]] == ["秋田県秋田市"] * 2
    assert [*map(str, found.notices)] == [
        "3 行目 市町村: 空のセルなので、上の行の「秋田市」としました。"
    ]


def test_as_many_lines_of_dates_as_partners_belong_together() -> None:
    cells = '札幌市,"甲市（米国）\n乙市（中国）","S42.4.24\nS58.12"\n'
    found = read(f"日本側,海外側,提携年月日\n{cells}".encode())
    dates = [record["date"]["text"] for _, record in found.records]
    assert dates == ["S42.4.24", "S58.12"]
    assert found.problems == []
    assert all(record["other"] == {} for _, record in found.records)


def test_other_lines_of_dates_are_a_problem() -> None:
    cells = '札幌市,"甲市（米国）\n乙市（中国）","S42.4.24\nS58.12\nS59"\n'
    found = read(f"日本側,海外側,提携年月日\n{cells}".encode())
    assert [record["date"]["start"] for _, record in found.records] == [None, None]
    assert "日付がいくつもあります" in str(found.problems[0])


# A cell with several dates, and the one of the beginning; "" where it is not clear.
ENDS = [
    "2018年3月解消",
    "2018.10.2終了",
    "令和4年に休止",
    "2012年交流停止",
    "2018年3月31日提携終了",
    "有効期限：2024年3月31日",
    "expired 2018",
]


@pytest.mark.parametrize("cell", ENDS)
def test_the_date_of_an_end_is_a_problem(cell: str) -> None:
    found = ledger("日本側|海外側|提携年月日", f"札幌市|上海市|{cell}")
    assert ["提携した日の日付ではないようです" in each for each in messages(found)] == [True]
    [(_, record)] = found.records
    assert (record["date"], record["other"]) == (None, {"提携年月日": cell})


REMARKS = ["（現在休止中）", " 休止中", "（有効期限なし）", "（期限5年）", "（5年ごとに更新予定）"]
REMARKS += ["（周年事業調整中）", "から平成17年終了"]


@pytest.mark.parametrize("remark", REMARKS)
def test_what_is_said_of_an_agreement_beside_its_date_is_no_end(remark: str) -> None:
    found = record("日本側|海外側|提携年月日", f"札幌市|上海市|昭和60年5月1日{remark}")
    assert found["date"]["start"] == "1985-05-01"


ERRORS = {
    "the country": ("札幌市|上海市|#N/A|1990年|注", 1, "国"),
    "the date": ("札幌市|上海市|中国|#VALUE!|注", 1, "提携年月日"),
    "the note": ("札幌市|上海市|中国|1990年|#REF!", 1, "備考"),
    "the partner": ("札幌市|#REF!|中国|1990年|注", 0, "海外側"),
}


@pytest.mark.parametrize(("line", "count", "heading"), ERRORS.values(), ids=ERRORS)
def test_an_error_of_excel_is_a_problem_and_no_value(line: str, count: int, heading: str) -> None:
    found = ledger("日本側|海外側|国|提携年月日|備考", line)
    assert len(found.records) == count
    assert found.problems[0].heading == heading
    for _, each in found.records:
        values = (each["note"], each["date"], each["overseas"][0]["country"])
        assert [*values].count(None) == 1
        assert list(each["other"]) == [heading]


def test_text_that_only_looks_like_a_formula_is_kept() -> None:
    found = record("日本側|海外側|備考|URL", "札幌市|上海市|=SUM(A1:A2)|https://example.jp/")
    assert (found["note"], found["links"][0]["url"]) == ("=SUM(A1:A2)", "https://example.jp/")


def test_columns_that_are_named_need_no_heading_that_is_known() -> None:
    options = {"columns": {"日本側": "うち", "海外側": "むこう"}}
    for headings in ("うち|むこう|欄外", "うち|むこう|国"):
        found = ledger(headings, "札幌市|上海市|中国", **options)
        assert [each["overseas"][0]["name"] for _, each in found.records] == ["上海市"]


def test_a_heading_of_the_country_beside_that_of_a_side_there_is_one() -> None:
    found = ledger("国名|中国側", "中国|瀋陽市", values={"日本側": "札幌市"})
    assert [each["overseas"][0]["country"] for _, each in found.records] == ["CN"]


def test_a_table_laid_out_sideways_is_no_table() -> None:
    with pytest.raises(DataError):
        ledger("自治体名|札幌市|旭川市", "提携先|甲市|乙市", "国名|米国|韓国")


def test_not_available_is_no_country() -> None:
    found = record("日本側|海外側|国", "札幌市|上海市|N/A")
    assert (found["overseas"][0]["country"], found["other"]) == (None, {})


BEGINNINGS = {
    "S60.5.1（H20.3.31解消）": "S60.5.1",
    "昭和60年5月1日／平成7年再調印": "昭和60年5月1日",
    "1985年5月1日、1995年5月1日（更新）": "1985年5月1日",
    "昭和60年5月1日→平成20年3月解消": "昭和60年5月1日",
    "1985/05/01（2010/03/31解消）": "1985/05/01",
    "1985/5/1／1995/5/1再調印": "1985/5/1",
    "昭和60年5月1日（平成7年再締結、平成20年解消）": "昭和60年5月1日",
    "1978/12/21（2012年交流停止）": "1978/12/21",
    "1978/12/21（2012年中断）": "1978/12/21",
    "1978/12/21 2012年交流終了": "1978/12/21",
    "S56.10.12(旧浦和市) H13.10.1(再締結)": "S56.10.12(旧浦和市)",
    "S56.10.12 (H13.10.1再締結)": "S56.10.12",
    "昭和60年 5月1日（平成7年再締結）": "昭和60年 5月1日",
    "昭和60年5月1日（平成7年姉妹都市提携）": "",
    "昭和60年5月1日\n(平成7年5月1日)": "",
    "昭和60年5月1日 平成7年5月1日": "",
    "昭和60年5月1日、平成7年5月1日": "",
    "平成7年更新、平成20年解消": "",
}


@pytest.mark.parametrize(("cell", "beginning"), BEGINNINGS.items(), ids=BEGINNINGS)
def test_of_several_dates_that_of_the_beginning_is_read(cell: str, beginning: str) -> None:
    found = ledger("日本側|海外側|提携年月日", f'札幌市|上海市|"{cell}"')
    [(_, only)] = found.records
    assert len(found.problems) == (not beginning)
    if beginning:
        assert (only["date"]["text"], only["date"]["precision"]) == (beginning, "day")
        assert only["other"] == {"提携年月日": cell}
        assert f"のうち「{beginning}」だけを" in str(found.notices[0])
    else:
        assert (only["date"]["text"], only["date"]["start"]) == (cell, None)


def test_a_list_without_a_column_for_either_side_has_a_problem_for_each() -> None:
    found = ledger("番号|国名|提携日", "1|アメリカ|1983年", "2|カナダ|1990年")
    assert found.left_out == [2, 3]
    assert [message.partition(":")[0] for message in messages(found)] == [
        "日本側の列",
        "海外側の列",
    ]
    assert ["--map" in message for message in messages(found)] == [True, True]


BOTH_SIDES = {
    "with a colon": ("群馬県:高雄市", "群馬県", "高雄市"),
    "with a dash": ("山口県―山東省（中国）", "山口県", "山東省"),
    "with a dot": ("宇部市・ニューカッスル市", "山口県宇部市", "ニューカッスル市"),
    "with a blank": ("萩市\u3000蔚山広域市", "山口県萩市", "蔚山広域市"),
    "with と": ("山梨県と高雄市", "山梨県", "高雄市"),
    "with と behind a name that has one": ("石川県能登町と高雄市", "石川県能登町", "高雄市"),
    "with と behind two": ("熊本県・熊本市と高雄市", "熊本県", "高雄市"),
}


@pytest.mark.parametrize(("cell", "japan", "overseas"), BOTH_SIDES.values(), ids=BOTH_SIDES)
def test_a_cell_may_name_both_sides(cell: str, japan: str, overseas: str) -> None:
    found = ledger("締結日|自治体|協定", f"2013年3月4日|{cell}|友好協定")
    [(_, record)] = found.records
    assert (record["japan"][0]["name"], record["overseas"][0]["name"]) == (japan, overseas)
    assert found.problems == []


def test_columns_are_named_of_which_one_may_be_the_overseas_side() -> None:
    found = ledger("日本側|よその町|提携年月日|備考|人口", "札幌市|瀋陽|1980年||")
    [said] = messages(found)
    assert "海外側の列（よその町、人口）を --map 海外側=見出し で" in said


def test_a_side_that_names_a_prefecture_is_the_japanese_one() -> None:
    found = ledger("締結日|自治体|協定", "2013年3月4日|熊本県阿久根市と台南市|友好協定")
    [(_, record)] = found.records
    assert (record["japan"][0]["name"], record["overseas"][0]["name"]) == (
        "熊本県阿久根市",
        "台南市",
    )
    assert "阿久根市があるのは鹿児島県（462063）です。" in messages(found)[0]


@pytest.mark.parametrize(
    "cell",
    ["山梨県と神奈川県", "とある市と高雄市", "山梨県と", "Toyota-shi, Aichi", "札幌市 国際部"],
)
def test_a_cell_that_does_not_name_both_sides_is_a_problem(cell: str) -> None:
    found = ledger("締結日|自治体|協定", f"2013年3月4日|{cell}|友好協定", "|上海市|")
    assert found.records == []
    assert "日本側と海外側を一つずつ「:」で分けて書くか" in messages(found)[0]

    assert "--map 海外側=見出し" in messages(found)[0]
    assert {problem.heading for problem in found.problems} == {"自治体"}


LEFT_OUT = {
    "no Japanese side": ("|上海市|1990年", "日本側: 日本側がありません"),
    "a partner in Japan": (
        "札幌市|川崎市|1990年",
        "海外側「川崎市」: 「川崎市」は国内の自治体です",
    ),
}


@pytest.mark.parametrize(("line", "message"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_row_without_one_of_the_sides_is_left_out(line: str, message: str) -> None:
    found = ledger("日本側|海外側|提携", line, "函館市|天津市|")
    assert found.left_out == [2]
    assert [row for row, _ in found.records] == [3]
    [problem] = found.problems
    assert problem.is_left_out
    assert str(problem).startswith(f"2 行目 {message}")


def test_a_fault_of_a_whole_column_is_said_once() -> None:
    found = ledger("海外側|提携", "上海市|1990年", "リヨン市|1991年", "天津市|1992年")
    [message] = messages(found)
    assert message.startswith("日本側の列: 日本側がありません。--map 日本側=見出し で列を")
    assert message.endswith("--set 日本側=… で補ってください。（3 行すべて）")
    assert (found.records, found.left_out) == ([], [2, 3, 4])


def test_everything_in_a_column_may_have_the_same_fault() -> None:
    lines = ["函館市|天津市|1-a", "札幌市|上海市|1-b", "札幌市|リヨン市|"]
    found = ledger("日本側|海外側|番号", *lines)
    assert messages(found) == [
        "番号の列: 1 以上の整数を書いてください。（2 行目の「1-a」など 2 行すべて）"
    ]


def test_many_faults_of_a_column_are_one_even_if_they_differ() -> None:
    def lines(count: int) -> list[str]:
        return [f"札幌市|上海市|{('調整中', '24.5.23')[row % 2]}" for row in range(count)]

    assert len(messages(ledger("日本側|海外側|提携", *lines(9)))) == 9
    [message] = messages(ledger("日本側|海外側|提携", *lines(10)))
    assert message.startswith("提携の列: 10 行のどれも読めません。2 行目「調整中」: ")
    assert len(messages(ledger("日本側|海外側|提携", *lines(10), "札幌市|上海市|1990年"))) == 10


NUMBERS = {
    "of their own": (["3|札幌市|上海市", "１|札幌市|リヨン市"], [3, 1]),
    "of the rows where none has one": (["|札幌市|上海市", "|札幌市|リヨン市"], [2, 3]),
    "counted on where one has none": (["9|札幌市|上海市", "|札幌市|リヨン市"], [9, 10]),
    "counted on past the rows": (["1|札幌市|上海市", "|札幌市|リヨン市"], [1, 4]),
    "counted on where one is given twice": (["9|札幌市|上海市", "9|札幌市|リヨン市"], [9, 10]),
}


@pytest.mark.parametrize(("lines", "numbers"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(lines: list[str], numbers: list[int]) -> None:
    found = ledger("番号|日本側|海外側", *lines)
    assert [each["id"] for _, each in found.records] == numbers


def test_a_number_given_twice_is_a_problem() -> None:
    found = ledger("番号|日本側|海外側", "9|札幌市|上海市", "|札幌市|天津市", "9|札幌市|リヨン市")
    assert messages(found) == [
        "4 行目 番号「9」: 同じ番号が 2 行目にもあります。別の番号を書いてください。"
    ]
    assert found.records[2][1]["other"] == {"番号": "9"}


BEGUN_AGAIN = {
    "by each city": (["1|札幌市|上海市", "2|札幌市|リヨン市", "1|函館市|天津市"], [2, 3, 4], 4),
    "with one left out": (
        ["1|札幌市|上海市", "3|札幌市|リヨン市", "1|函館市|天津市"],
        [2, 3, 4],
        4,
    ),
    "by each country": (["中国||", "1|札幌市|瀋陽市", "韓国||", "1|函館市|高陽市"], [3, 5], 5),
}


@pytest.mark.parametrize(("lines", "rows", "again"), BEGUN_AGAIN.values(), ids=BEGUN_AGAIN)
def test_numbers_that_begin_again_are_kept_and_those_of_the_rows_taken(
    lines: list[str], rows: list[int], again: int
) -> None:
    found = ledger("番号|日本側|海外側", *lines)
    assert [each["id"] for _, each in found.records] == rows
    assert [each["other"]["番号"] for _, each in found.records] == [
        line[0] for line in lines if line[0].isdigit()
    ]
    assert messages(found) == []
    assert [*map(str, found.notices)] == [
        f"{again} 行目 番号「1」: 番号がここから振り直されているので、行の番号を使います。"
    ]


NOT_BEGUN_AGAIN = {
    "the first twice": ["1", "1", "2"],
    "a later one twice": ["1", "2", "2"],
    "one that comes back": ["1", "2", "3", "2"],
    "one that is less": ["1", "3", "2", "1"],
    "a mistyped one": ["1", "2", "3", "4", "1", "6", "7"],
}


@pytest.mark.parametrize("numbers", NOT_BEGUN_AGAIN.values(), ids=NOT_BEGUN_AGAIN)
def test_other_numbers_given_twice_are_a_problem_each(numbers: list[str]) -> None:
    found = ledger("番号|日本側|海外側", *(f"{number}|札幌市|上海市" for number in numbers))
    [message] = messages(found)
    assert "同じ番号が" in message
    assert found.notices == []
    assert found.records[0][1]["id"] == 1


def test_several_agreements_in_a_cell_are_as_many_records() -> None:
    found = ledger(
        "日本側|海外側|備考",
        "札幌市|ポートランド市（アメリカ・1959年）、ミュンヘン市（ドイツ・1972年）|中学生の交流",
        "函館市|天津市（中国）|",
    )
    shown = [
        (row, each["id"], each["overseas"][0]["country"], each["note"])
        for row, each in found.records
    ]
    assert shown == [
        (2, 2, "US", "中学生の交流"),
        (2, 4, "DE", "中学生の交流"),
        (3, 3, "CN", None),
    ]
    assert [each["date"]["text"] for _, each in found.records[:2]] == ["1959年", "1972年"]


SIDES = {
    "a colon": "群馬県:高雄市",
    "a full-width colon with blanks": "群馬県 ： 高雄市",
    "an arrow": "群馬県⇔高雄市",
    "a dash between blanks": "群馬県 - 高雄市",
}


@pytest.mark.parametrize("cell", SIDES.values(), ids=SIDES)
@pytest.mark.parametrize("columns", [{"日本側": "B"}, {"日本側": "B", "海外側": "B"}])
def test_one_cell_may_name_both_sides(cell: str, columns: dict[str, str]) -> None:
    found = record(f"1|{cell}", columns=columns, values={"国": "台湾"})
    assert found["japan"][0]["name"] == "群馬県"
    assert (found["overseas"][0]["name"], found["overseas"][0]["country"]) == ("高雄市", "TW")


@pytest.mark.parametrize("cell", ["群馬県", "群馬県:高雄市:台北市", "群馬県:"])
def test_a_cell_that_does_not_name_two_sides_is_left_out(cell: str) -> None:
    found = ledger(f"1|{cell}", "2|群馬県:高雄市", columns={"日本側": "B"})
    assert found.left_out == [1]
    assert "「:」で分けて" in found.problems[0].message


RELATIONS = {
    "its own cell": ("関係|日本側|海外側", "姉妹都市|札幌市|上海市→友好都市", "姉妹都市"),
    "a word beside the name": ("日本側|海外側|備考", "札幌市|上海市→友好都市|", "友好都市"),
    "the kind that is none of an instrument": (
        "種類|日本側|海外側",
        "姉妹都市|札幌市|上海市",
        "姉妹都市",
    ),
    "none": ("日本側|海外側|備考", "札幌市|上海市|友好都市", None),
}


@pytest.mark.parametrize(("heading", "line", "relation"), RELATIONS.values(), ids=RELATIONS)
def test_what_the_parties_call_each_other(heading: str, line: str, relation: str | None) -> None:
    assert record(heading, line)["relation"] == relation


def test_words_beside_a_name_that_are_no_relation_are_kept_with_it() -> None:
    found = record("日本側|海外側", "白山市(旧白峰村)|ラウンハイム市")
    assert found["japan"][0]["name"] == "石川県白山市"
    assert found["other"] == {"日本側": "白山市(旧白峰村)"}


@pytest.mark.parametrize("cell", ["中国（首都）", "中国（1980年）", "アジア"])
def test_what_the_cell_of_the_country_says_besides_is_kept_with_it(cell: str) -> None:
    found = record("日本側|海外側|国", f"札幌市|瀋陽市|{cell}")
    assert found["other"] == {"国": cell}


KINDS = {
    "it follows from the agreement": ("覚書", "交流の覚書", None, {}),
    "it does not": ("協定", "交流の覚書", None, {"種類": "協定"}),
    "of an agreement without a name": ("協定", "", None, {"種類": "協定"}),
    "another word": ("友好都市", "交流の覚書", "友好都市", {}),
}


@pytest.mark.parametrize(("kind", "agreement", "relation", "other"), KINDS.values(), ids=KINDS)
def test_the_kind_follows_from_the_agreement_or_is_kept(
    kind: str, agreement: str, relation: str | None, other: dict[str, str]
) -> None:
    found = record("種類|協定等|日本側|海外側", f"{kind}|{agreement}|札幌市|上海市")
    assert (found["relation"], found["other"]) == (relation, other)


DATES = {
    "beside the partner": ("日本側|海外側", "札幌市|上海市(1990年)", "1990年", {}),
    "on a line of its own": ("日本側|海外側", '札幌市|"上海市\n1990年5月1日"', "1990年5月1日", {}),
    "beside the Japanese side": ("日本側|海外側", "札幌市(1990)|上海市", "1990", {}),
    "the same beside the partner": (
        "日本側|海外側|提携年月日",
        "札幌市|上海市(1990年)|平成2年",
        "平成2年",
        {},
    ),
    "another one beside the partner": (
        "日本側|海外側|提携年月日",
        "札幌市|上海市(1990年)|平成3年",
        "平成3年",
        {"海外側": "上海市(1990年)"},
    ),
    "two beside the partner": (
        "日本側|海外側",
        "札幌市|上海市(1990年)(1995年)",
        "1990年",
        {"海外側": "上海市(1990年)(1995年)"},
    ),
    "its own words before its era form": (
        "日本側|海外側|提携年月日|記載",
        "札幌市|上海市|平成2年|1990年に提携",
        "1990年に提携",
        {},
    ),
    "its own words and another date": (
        "日本側|海外側|提携年月日|記載",
        "札幌市|上海市|平成3年|1990年に提携",
        "1990年に提携",
        {"提携年月日": "平成3年"},
    ),
    "first and last day": (
        "日本側|海外側|開始日|終了日",
        "札幌市|上海市|1990-05-01|1990-05-01",
        "1990-05-01",
        {},
    ),
    "those of a month": (
        "日本側|海外側|開始日|終了日",
        "札幌市|上海市|1990-12-01|1990-12-31",
        "1990-12",
        {},
    ),
    "those of a year": (
        "日本側|海外側|開始日|終了日",
        "札幌市|上海市|1990-01-01|1990-12-31",
        "1990年",
        {},
    ),
    "those of a fiscal year": (
        "日本側|海外側|開始日|終了日",
        "札幌市|上海市|1990-04-01|1991-03-31",
        "1990年度",
        {},
    ),
    "no date beside its own words": (
        "日本側|海外側|提携年月日|記載",
        "札幌市|上海市|調整中|1990年",
        "1990年",
        {"提携年月日": "調整中"},
    ),
    "the first day alone": (
        "日本側|海外側|start",
        "札幌市|上海市|1990-04-01T00:00:00Z",
        "1990-04-01T00:00:00Z",
        {},
    ),
    "the first day beside another date": (
        "日本側|海外側|提携年月日|開始日",
        "札幌市|上海市|1990年|1991-04-01",
        "1990年",
        {"開始日": "1991-04-01"},
    ),
    "other days beside the date": (
        "日本側|海外側|提携年月日|開始日|終了日",
        "札幌市|上海市|1990年|1990-01-01|2020-03-31",
        "1990年",
        {"終了日": "2020-03-31"},
    ),
}


@pytest.mark.parametrize(("heading", "line", "text", "other"), DATES.values(), ids=DATES)
def test_where_a_date_is_taken_from(
    heading: str, line: str, text: str, other: dict[str, str]
) -> None:
    found = record(heading, line)
    assert found["date"]["text"] == text
    assert found["date"]["start"]
    assert found["other"] == other


def test_days_that_are_no_date_are_kept() -> None:
    found = record("日本側|海外側|開始日|終了日", "札幌市|上海市|1990-04-01|2020-03-31")
    assert found["date"] is None
    assert found["other"] == {"開始日": "1990-04-01", "終了日": "2020-03-31"}


CODES = ["011002", "11002", "０１１００２", "01100", "1100"]


@pytest.mark.parametrize("code", CODES)
def test_a_code_that_is_right_follows_from_the_name(code: str) -> None:
    found = ledger("コード|日本側|海外側", f"{code}|札幌市|上海市")
    assert (found.problems, found.records[0][1]["other"]) == ([], {})


def test_a_code_alone_names_the_government() -> None:
    found = record("コード|日本側|海外側", "011002||上海市")
    assert found["japan"][0]["name"] == "北海道札幌市"


def test_a_code_that_is_wrong_is_a_problem_that_says_the_right_one() -> None:
    found = ledger("コード|日本側|海外側", "022012|札幌市|上海市", "011002|札幌市|上海市")
    assert messages(found) == [
        "2 行目 コード「022012」: コードが自治体と合いません。正しいコード: 北海道札幌市 011002"
    ]


COUNTRIES = {
    "in the heading": (["日本側|カナダ", "札幌市|バーナビー市"], {}, "CA"),
    "given for all": (["日本側|海外側", "札幌市|バーナビー市"], {"国": "カナダ"}, "CA"),
    "in a cell, which goes before": (
        ["日本側|海外側|国", "札幌市|バーナビー市|カナダ"],
        {"国": "台湾"},
        "CA",
    ),
    "in the heading of the section": (
        ["日本側|海外側", "カナダ|", "札幌市|バーナビー市"],
        {},
        "CA",
    ),
    "in no heading of a section": (["日本側|海外側", "北米|", "札幌市|バーナビー市"], {}, None),
}


@pytest.mark.parametrize(("lines", "values", "country"), COUNTRIES.values(), ids=COUNTRIES)
def test_the_country(lines: list[str], values: dict[str, str], country: str | None) -> None:
    assert record(*lines, values=values)["overseas"][0]["country"] == country


def test_a_prefecture_above_counts_only_for_names_that_do_not_say_where_they_lie() -> None:
    found = ledger(
        "県名|市町村|海外側", "東京都|府中市|ウィーン市", "|広島県福山市|浦項市", "|府中市|上海市"
    )
    assert found.problems == []
    assert [each["japan"][0]["name"] for _, each in found.records] == [
        "東京都府中市",
        "広島県福山市",
        "東京都府中市",
    ]


def test_values_are_for_rows_that_have_none() -> None:
    found = ledger(
        "日本側|海外側|関係",
        "|上海市|姉妹都市",
        "函館市|天津市|",
        values={"日本側": "札幌市", "relation": "友好都市"},
    )
    shown = [(each["japan"][0]["municipality"], each["relation"]) for _, each in found.records]
    assert shown == [("札幌市", "姉妹都市"), ("函館市", "友好都市")]


WRONG = {
    "no such field": ({"人口": "A"}, {}, "「人口」という項目はありません。項目は 番号、"),
    "no such field for all": ({}, {"人口": "1"}, "「人口」という項目はありません。"),
    "no such column": ({"備考": "Z"}, {}, "「Z」という列はありません。"),
    "no such city": ({}, {"日本側": "札幌県"}, "--set 日本側=札幌県: "),
    "no such country": ({}, {"国": "アトランティス"}, "「アトランティス」という国はありません"),
    "no such prefecture": ({}, {"県名": "札幌県"}, "札幌県"),
    "a partner in Japan": ({}, {"海外側": "川崎市"}, "--set 海外側=川崎市: "),
    "no date": ({}, {"date": "調整中"}, "--set 提携年月日=調整中: "),
    "no theme": ({}, {"分野": "平和"}, "--set 分野=平和: 「平和」は分野の語ではありません。"),
    "a number for all": ({}, {"番号": "1"}, "--set 番号=1: 番号は行ごとに違う値です。"),
}


@pytest.mark.parametrize(("columns", "values", "message"), WRONG.values(), ids=WRONG)
def test_what_a_user_says_of_a_ledger_is_checked(
    columns: dict[str, str], values: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError) as error:
        ledger("日本側|海外側", "札幌市|上海市", columns=columns, values=values)
    assert message in str(error.value)


SEPARATORS = {
    "tab": "日本側\t海外側\n札幌市\t上海市、中国\n",
    "semicolon": "日本側;海外側\n札幌市;上海市、中国\n",
    "comma though there are more semicolons": "日本側,海外側,備考\n札幌市,上海市,a;b;c;d\n",
    "tab though there are more commas": "日本側\t海外側\n札幌市\t上海市,a,b,c,d\n",
    "comma below a title with tabs": "一覧\t令和6年\t\t\n日本側,海外側\n札幌市,上海市\n",
}


@pytest.mark.parametrize("text", SEPARATORS.values(), ids=SEPARATORS)
def test_the_headings_tell_what_separates_cells(text: str) -> None:
    found = read(text.encode())
    assert len(found.records) == 1
    assert {"japan": 0, "overseas": 1}.items() <= found.columns.fields.items()


def test_lines_within_a_cell_end_with_a_line_feed_whatever_the_file_has() -> None:
    found = read('日本側,海外側,備考\r\n札幌市,上海市,"一行\r\n二行\r三行\n四行"\r\n'.encode())
    [(_, only)] = found.records
    assert only["note"] == "一行\n二行\n三行\n四行"


def test_a_workbook_gives_what_a_text_gives() -> None:
    lines = ["番号|日本側|海外側|提携年月日", "1|札幌市|上海市|1990年", "2|函館市|なし|"]
    book = openpyxl.Workbook()
    for line in lines:
        book.worksheets[0].append(line.split("|"))
    buffer = io.BytesIO()
    book.save(buffer)
    found = read(buffer.getvalue())
    assert found == replace(ledger(*lines), sheets=["Sheet"])
    assert found.passed.without_partner == 1


def test_text_needs_no_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert record("日本側|海外側", "札幌市|上海市")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"a,b\nc,d\n", b"\x81\x20"])
def test_what_is_no_ledger_is_an_error(data: bytes) -> None:
    with pytest.raises(DataError):
        read(data)
