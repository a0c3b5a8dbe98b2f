"""Eight real lists: what becomes of each row of theirs."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from conftest import ROOT

from koryu_cli.errors import DataError
from koryu_cli.ledger.reading import Ledger, read
from koryu_cli.ledger.sheet import decode, rows_of

LISTS = ROOT / "tests" / "data" / "ledgers"


@dataclass(frozen=True)
class List:
    """A list, how it is to be read, and what becomes of it.

    `rows` are lines: row number, Japanese side with codes, country, divisions and body, first day
    and precision, and what the parties call each other.
    """

    name: str
    rows: str
    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    left_out: tuple[int, ...] = ()
    other: dict[int, dict[str, str]] = field(default_factory=dict)


def shown(row: int, record: dict[str, Any]) -> str:
    japan = "、".join(f"{side['name']} {side['code'] or '-'}" for side in record["japan"])
    [partner] = record["overseas"]
    place = "/".join([*partner["divisions"], partner["body"] or ""]).rstrip("/")
    date = record["date"]
    day = f"{date['start']} {date['precision']}" if date else "-"
    country = partner["country"] or "-"
    return " | ".join([str(row), japan, country, place, day, record["relation"] or "-"])


def reading(each: List) -> Ledger:
    data = (LISTS / each.name).read_bytes()
    return read(data, columns=each.columns, values=each.values)


CASES = (
    List(
        "05_yokohama.csv",
        """
        2 | 神奈川県横浜市 141003 | US | サンディエゴ | 1957-10-29 day | -
        3 | 神奈川県横浜市 141003 | FR | リヨン | 1959-01-01 year | -
        4 | 神奈川県横浜市 141003 | IN | ムンバイ | 1965-06-26 day | -
        5 | 神奈川県横浜市 141003 | UA | オデッサ | 1965-07-01 day | -
        6 | 神奈川県横浜市 141003 | CA | バンクーバー | 1965-07-01 day | -
        7 | 神奈川県横浜市 141003 | PH | マニラ | 1965-07-01 day | -
        8 | 神奈川県横浜市 141003 | CN | 上海市 | 1973-11-30 day | 友好都市
        9 | 神奈川県横浜市 141003 | RO | コンスタンツァ | 1977-10-12 day | -
        10 | 神奈川県横浜市 141003 | CN | 北京市 | - | -
        11 | 神奈川県横浜市 141003 | TW | 台北市 | - | -
        12 | 神奈川県横浜市 141003 | KR | 釜山広域市 | - | -
        """,
        values={"日本側": "横浜市"},
    ),
    List(
        "06_ports_australia.csv",
        """
        2 | 横浜港 - | AU | ビクトリア州/メルボルン港 | 1985-05-24 day | -
        3 | 名古屋港 - | AU | 西オーストラリア州/フリマントル港 | 1983-04-19 day | -
        4 | 名古屋港 - | AU | ニュー・サウス・ウェールズ州/シドニー港 | 2010-11-04 day | -
        5 | 四日市港 - | AU | ニュー・サウス・ウェールズ州/シドニー港 | 1968-10-24 day | -
        6 | 大阪港 - | AU | ビクトリア州/メルボルン港 | 1974-10-09 day | -
        7 | 岡山県水島港 - | AU | 南オーストラリア州/アデレード港 | 1984-11-29 day | -
        8 | 大分港 - | AU | クイーンズランド州/ブリスベン港 | 1994-04-27 day | -
        9 | 宮崎県油津港 - | AU | 西オーストラリア州/アルバニー港 | 2000-02-16 day | -
        """,
        values={"国": "オーストラリア"},
    ),
    List(
        "08_taiwan_yearly.csv",
        """
        1 | 群馬県 100005 | TW | 高雄市 | 2013-03-04 day | -
        2 | 長野県松川村 204820 | TW | 彰化県/鹿港鎮 | 2013-06-12 day | -
        3 | 静岡県浜松市 221309 | TW | 台北市 | 2013-07-31 day | -
        4 | 熊本県 430005、熊本県熊本市 431001 | TW | 高雄市 | 2013-09-09 day | -
        5 | 三重県 240001 | TW | 新北市 | 2013-10-21 day | -
        6 | 群馬県みなかみ町 104493 | TW | 台南市 | 2013-12-13 day | -
        7 | 滋賀県 250007 | TW | 台南市 | 2013-12-19 day | -
        8 | 千葉県富里市 122335 | TW | 苗栗県/頭[イ分]市 | 2017-04-17 day | -
        9 | 鹿児島県出水市 462080 | TW | 南投県/埔里鎮 | 2017-05-31 day | -
        10 | 山梨県 190004 | TW | 高雄市 | 2018-03-02 day | -
        11 | 熊本県八代市 432024 | TW | 基隆市 | 2018-04-19 day | -
        12 | 熊本県阿久根市 - | TW | 台南市/善化区 | 2018-04-27 day | -
        13 | 福井県南越前町 184047 | TW | 台南市/白河区 | 2018-05-26 day | -
        """,
        columns={"提携年月日": "A", "日本側": "B", "協定等": "C"},
        values={"国": "台湾"},
        problems=("12 行目 B列「熊本県阿久根市」: 熊本県に「阿久根市」はありません。",),
    ),
    List(
        "10_frankfurt.csv",
        """
        2 | 埼玉県皆野町 113620 | DE | ヘッセン州/ビュアシュタット市 | 1984-01-01 year | -
        3 | 石川県白山市 172103 | DE | ヘッセン州/ラウンハイム市 | 1997-05-14 day | -
        4 | 埼玉県蕨市 112232 | DE | ヘッセン州/リンデン市 | 2002-08-01 month | -
        5 | 神奈川県横浜市 141003 | DE | ヘッセン州/フランクフルト市 | 2011-01-01 year | -
        6 | 岐阜県養老町 213411 | DE | ヘッセン州/バードゾーデン市 | 2004-02-16 day | -
        7 | 栃木県下野市 092169 | DE | ヘッセン州/ディーツヘルツタール市 | - | -
        """,
        other={3: {"日本側": "白山市(旧白峰村)"}, 7: {"日本側": "下野市(旧石橋町)"}},
    ),
    List(
        "11_bc_canada.csv",
        """
        2 | 北海道釧路市 012068 | CA | バーナビー | 1965-01-01 year | -
        3 | 北海道網走市 012114 | CA | ポートアルバーニ | 1986-01-01 year | -
        4 | 北海道深川市 012289 | CA | アボッツフォード | 1998-01-01 year | -
        5 | 北海道伊達市 012335 | CA | レイク・カウチン | 1989-01-01 year | -
        6 | 北海道石狩市 012351 | CA | キャンベルリバー | 1983-01-01 year | -
        7 | 北海道上砂川町 014257 | CA | スパーウッド | 1980-01-01 year | -
        8 | 北海道沼田町 014389 | CA | ポートハーディ | 1994-01-01 year | -
        9 | 北海道美深町 014699 | CA | アシュクラフト | 1994-01-01 year | -
        10 | 北海道遠別町 014869 | CA | キャッスルガー | 1989-01-01 year | -
        11 | 北海道白老町 015784 | CA | ケネル | 1981-01-01 year | -
        12 | 北海道池田町 016446 | CA | ペンティクトン | 1977-01-01 year | -
        13 | 北海道豊頃町 016454 | CA | サマーランド | 1996-01-01 year | -
        """,
    ),
    List(
        "14_japan_uk.csv",
        """
        2 | 北海道余市町 014087 | GB | East Dunbartonshire | 1988-01-01 year | -
        3 | 宮城県村田町 043222 | GB | Flintshire/Buckley | 1989-01-01 year | -
        4 | 神奈川県川崎市 141305 | GB | Sheffield | 1990-01-01 year | -
        5 | 石川県小松市 172031 | GB | Gateshead | 1991-01-01 year | -
        6 | 長野県小谷村 204862 | GB | Devon/Ottery St. Mary | 1992-01-01 year | -
        7 | 大分県別府市 442020 | GB | Bath | 1994-01-01 year | -
        8 | Kyoto - | GB | Edinburgh | 1997-01-01 year | -
        9 | 神奈川県横須賀市 142018 | GB | Kent/Medway | 1998-01-01 year | -
        10 | 静岡県伊東市 222089 | GB | Kent/Medway | 1999-01-01 year | -
        11 | 愛知県豊田市 232114 | GB | Derbyshire | 1998-01-01 year | -
        12 | 京都府舞鶴市 262021 | GB | Portsmouth | 1998-01-01 year | -
        13 | 石川県白山市 172103 | GB | Lincolnshire/Boston | 2002-01-01 year | -
        """,
        problems=("8 行目 Japan「Kyoto」: 「Kyoto」では決まりません。京都府（",),
    ),
    List(
        "17_okinawa.csv",
        """
        2 | 沖縄県 470007 | US | ハワイ州 | 1985-06-14 day | -
        3 | 沖縄県 470007 | BR | 南マットグロッソ州 | 1986-04-22 day | -
        4 | 沖縄県 470007 | BO | サンタクルス州 | 1992-11-18 day | -
        5 | 沖縄県 470007 | CN | 福建省 | 1997-09-04 day | -
        6 | 沖縄県那覇市 472018 | US | ハワイ州/ホノルル市 | 1961-01-10 day | -
        """,
        values={"日本側": "沖縄県"},
    ),
    List(
        "18_naha.csv",
        """
        2 | 沖縄県那覇市 472018 | - | ホノルル市 | 1961-01-10 day | 姉妹都市提携
        4 | 沖縄県那覇市 472018 | - | サンビセンテ市 | 1978-10-23 day | 姉妹都市提携
        5 | 沖縄県那覇市 472018 | - | 福州市 | 1981-05-20 day | 友好都市提携
        """,
        values={"日本側": "那覇市"},
        problems=(
            "3 行目 都市「日南市」: 「日南市」は国内の自治体です（宮崎県日南市）。",
            "6 行目 都市「川崎市」: 「川崎市」は国内の自治体です（神奈川県川崎市）。",
        ),
        left_out=(3, 6),
    ),
)


@pytest.fixture(params=CASES, ids=lambda each: each.name)
def case(request: pytest.FixtureRequest) -> List:
    each: List = request.param
    return each


def test_every_row_becomes_what_it_says(case: List) -> None:
    lines = [shown(row, record) for row, record in reading(case).records]
    assert lines == [line.strip() for line in case.rows.strip().splitlines()]


def test_what_is_wrong_is_said_of_its_row(case: List) -> None:
    found = reading(case)
    assert len(found.problems) == len(case.problems)
    assert all(
        str(problem).startswith(expected)
        for problem, expected in zip(found.problems, case.problems, strict=True)
    )
    assert found.left_out == [*case.left_out]


def test_what_stands_beside_the_names_is_kept(case: List) -> None:
    records = reading(case).records
    assert {row: record["other"] for row, record in records if record["other"]} == case.other


def test_the_rows_of_the_list_add_up(case: List) -> None:
    found = reading(case)
    rows = len(list(rows_of(decode((LISTS / case.name).read_bytes()), ",")))
    assert len(found.records) + len(found.left_out) + sum(found.passed) == rows


NUMBERS = {"10_frankfurt.csv": [1, 2, 3, 4, 5, 6]}


def test_numbers_are_those_of_the_list_or_else_of_its_rows(case: List) -> None:
    records = reading(case).records
    rows = [row for row, _ in records]
    assert [record["id"] for _, record in records] == NUMBERS.get(case.name, rows)


def test_texts_are_as_they_are_written() -> None:
    [okinawa] = [each for each in CASES if each.name.startswith("17")]
    _, first = reading(okinawa).records[0]
    assert first["date"]["text"] == "1985年6月14日"
    assert first["overseas"][0]["name"] == "米国ハワイ州"
    assert first["background"] == "移民の歴史が縁となった。"
    assert first["activities"] == "1980年度から留学生を受け入れている。"


def test_without_headings_the_first_row_is_shown() -> None:
    with pytest.raises(DataError, match="1 行目は A = 2013年03月04日、B = 群馬県:高雄市、C = "):
        read((LISTS / "08_taiwan_yearly.csv").read_bytes())


def test_without_the_city_itself_nothing_is_read_but_its_fault() -> None:
    found = read((LISTS / "05_yokohama.csv").read_bytes())
    assert (found.records, len(found.left_out), len(found.problems)) == ([], 11, 1)
    assert "--set 日本側=…" in str(found.problems[0])
