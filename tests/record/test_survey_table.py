"""What the records derive from the forms, against a table of the 25 forms made by hand.

Divisions, the two calendars of each date, countries and the governments' codes and readings stand
nowhere in the survey, or not as such: they were worked out form by form from its text. Kinds and
themes follow the tables of the public contract.
"""

import json
from pathlib import Path
from typing import Any

import pytest

Record = dict[str, Any]

DATA = Path(__file__).parents[2] / "data" / "agreements.json"
RECORDS: list[Record] = json.loads(DATA.read_text("utf-8"))
BY_ID = pytest.mark.parametrize(
    "record", RECORDS, ids=[f"form-{record['id']:02}" for record in RECORDS]
)

FIELDS = [
    "id",
    "category",
    "title",
    "agreement",
    "relation",
    "kind",
    "reprinted",
    "page",
    "japan",
    "overseas",
    "date",
    "background",
    "activities",
    "outcomes",
    "links",
    "contacts",
    "themes",
    "note",
    "other",
]

# Name as in the form: prefecture, municipality, code, reading.
JAPANESE_GOVERNMENTS = {
    "北海道札幌市": ("北海道", "札幌市", "011002", "さっぽろし"),
    "青森県": ("青森県", None, "020001", "あおもりけん"),
    "青森県六ヶ所村": ("青森県", "六ヶ所村", "024112", "ろっかしょむら"),
    "青森県三戸町": ("青森県", "三戸町", "024414", "さんのへまち"),
    "福島県": ("福島県", None, "070009", "ふくしまけん"),
    "埼玉県さいたま市": ("埼玉県", "さいたま市", "111007", "さいたまし"),
    "埼玉県東松山市": ("埼玉県", "東松山市", "112127", "ひがしまつやまし"),
    "千葉県市川市": ("千葉県", "市川市", "122033", "いちかわし"),
    "東京都": ("東京都", None, "130001", "とうきょうと"),
    "神奈川県川崎市": ("神奈川県", "川崎市", "141305", "かわさきし"),
    "福井県": ("福井県", None, "180009", "ふくいけん"),
    "山梨県北杜市": ("山梨県", "北杜市", "192091", "ほくとし"),
    "静岡県": ("静岡県", None, "220001", "しずおかけん"),
    "大阪府大阪市": ("大阪府", "大阪市", "271004", "おおさかし"),
    "大阪府大阪狭山市": ("大阪府", "大阪狭山市", "272311", "おおさかさやまし"),
    "兵庫県神戸市": ("兵庫県", "神戸市", "281000", "こうべし"),
    "鳥取県智頭町": ("鳥取県", "智頭町", "313289", "ちづちょう"),
    "山口県": ("山口県", None, "350001", "やまぐちけん"),
    "愛媛県西条市": ("愛媛県", "西条市", "382060", "さいじょうし"),
    "福岡県": ("福岡県", None, "400009", "ふくおかけん"),
    "佐賀県": ("佐賀県", None, "410004", "さがけん"),
    "長崎県": ("長崎県", None, "420000", "ながさきけん"),
}

# The country as the form names it: ISO 3166-1 code, everyday name.
COUNTRIES = {
    "中華人民共和国": ("CN", "中国"),
    "大韓民国": ("KR", "韓国"),
    "ベトナム社会主義共和国": ("VN", "ベトナム"),
    "英国": ("GB", "イギリス"),
    "オーストラリア連邦": ("AU", "オーストラリア"),
    "カナダ": ("CA", "カナダ"),
    "ブータン王国": ("BT", "ブータン"),
    "ラオス人民民主共和国": ("LA", "ラオス"),
    "フランス共和国": ("FR", "フランス"),
}

# Each overseas government: its country as named in the form, then its divisions, outermost first.
OVERSEAS_GOVERNMENTS = {
    1: ["中華人民共和国 遼寧省 瀋陽市"],
    2: ["中華人民共和国 遼寧省 瀋陽市"],
    3: ["中華人民共和国 浙江省 杭州市"],
    4: ["中華人民共和国 遼寧省 瀋陽市"],
    5: ["中華人民共和国 遼寧省 瀋陽市"],
    6: ["中華人民共和国 遼寧省 瀋陽市"],
    7: ["中華人民共和国 浙江省"],
    8: ["中華人民共和国 浙江省"],
    9: ["大韓民国 済州特別自治道"],
    10: ["大韓民国 江原道 襄陽郡"],
    11: ["大韓民国 江原道 原州市"],
    12: ["大韓民国 京畿道 抱川市"],
    13: ["大韓民国 全羅北道 金堤市"],
    14: ["大韓民国 江原道 楊口郡"],
    15: ["ベトナム社会主義共和国 キエンザン省"],
    16: ["ベトナム社会主義共和国 ダナン市"],
    17: ["ベトナム社会主義共和国 フェ市"],
    18: ["ベトナム社会主義共和国 ホーチミン市"],
    19: ["英国 ロンドン市"],
    20: ["オーストラリア連邦 ニューサウスウェールズ州 タムワース市"],
    21: ["カナダ ブリティッシュコロンビア州"],
    22: ["ブータン王国"],
    23: ["ラオス人民民主共和国 ビエンチャン特別市"],
    24: ["フランス共和国 イル・ド・フランス州 オー・ド・セーヌ県 イッシー・レ・ムリノー市"],
    25: [
        "大韓民国 釜山広域市",
        "大韓民国 全羅南道",
        "大韓民国 慶尚南道",
        "大韓民国 済州特別自治道",
    ],
}
# A body that is not a government, in parentheses after the country in the form.
BODIES = {22: "王立ブータン研究所"}

# The date as in the form, and the same day in both calendars.
DATES = {
    1: ("平成8（1996）年6月24日", "1996-06-24", "平成8年6月24日"),
    2: ("平成2（1990）年9月9日", "1990-09-09", "平成2年9月9日"),
    3: ("平成16（2004）年7月30日", "2004-07-30", "平成16年7月30日"),
    4: ("平成23（2011）年5月18日", "2011-05-18", "平成23年5月18日"),
    5: ("平成24（2012）年5月23日", "2012-05-23", "平成24年5月23日"),
    6: ("平成24（2012）年5月23日", "2012-05-23", "平成24年5月23日"),
    7: ("平成20（2008）年12月8日", "2008-12-08", "平成20年12月8日"),
    8: ("平成22（2010）年10月12日", "2010-10-12", "平成22年10月12日"),
    9: ("平成23（2011）年12月7日", "2011-12-07", "平成23年12月7日"),
    10: ("平成13(2001)年2月1日", "2001-02-01", "平成13年2月1日"),
    11: ("平成19（2007）年11月1日", "2007-11-01", "平成19年11月1日"),
    12: ("平成21(2009)年11月22日", "2009-11-22", "平成21年11月22日"),
    13: ("平成24（2012）年6月27日", "2012-06-27", "平成24年6月27日"),
    14: ("平成24(2012)年6月28日", "2012-06-28", "平成24年6月28日"),
    15: ("平成23（2011）年7月8日", "2011-07-08", "平成23年7月8日"),
    16: ("平成24（2012）年2月10日", "2012-02-10", "平成24年2月10日"),
    17: ("平成23(2011)年4月1日", "2011-04-01", "平成23年4月1日"),
    18: ("平成23（2011）年7月7日", "2011-07-07", "平成23年7月7日"),
    19: ("平成18(2006)年5月31日", "2006-05-31", "平成18年5月31日"),
    20: ("平成14（2002）年11月29日", "2002-11-29", "平成14年11月29日"),
    21: ("平成5（1993）年10月27日", "1993-10-27", "平成5年10月27日"),
    22: ("平成24（2012）年3月16日", "2012-03-16", "平成24年3月16日"),
    23: ("平成23（2011）年12月26日", "2011-12-26", "平成23年12月26日"),
    24: ("平成21（2009）年4月15日", "2009-04-15", "平成21年4月15日"),
}
# The one form that gives no day: 「平成4（1992）年から開始」, the year in which it began.
YEAR_ONLY = {
    25: {
        "text": "平成4（1992）年から開始",
        "start": "1992-01-01",
        "end": "1992-12-31",
        "precision": "year",
        "wareki": "平成4年",
    }
}

KINDS = {
    1: "協議書",
    2: "協議書",
    3: "覚書",
    4: "覚書",
    5: "覚書",
    6: "協定",
    7: "協定",
    8: "協定",
    9: "協定",
    10: "協定",
    11: "協定",
    12: "合意書",
    13: "意向書",
    14: "合意書",
    15: "覚書",
    16: "覚書",
    17: "協定",
    18: "覚書",
    19: "協定",  # 政策提携に係る協定書
    20: "議定書",
    21: "同意書",
    22: "覚書",
    23: "覚書",
    24: "その他",  # 自治体間交流（ICT分野を中心とした交流）
    25: "その他",  # 日韓海峡沿岸県市道交流知事会議
}

THEMES = {
    1: ["都市基盤", "人材育成"],
    2: ["上下水道"],
    3: ["観光", "環境", "人材育成"],
    4: ["環境", "経済・産業"],
    5: ["環境"],
    6: ["上下水道", "人事交流", "経済・産業"],
    7: ["防災"],
    8: ["環境", "人事交流"],
    9: ["環境", "人材育成"],
    10: ["人事交流"],
    11: ["文化・スポーツ", "議会交流"],
    12: ["人事交流"],
    13: ["文化・スポーツ"],
    14: ["人事交流"],
    15: ["上下水道", "人材育成"],
    16: ["環境", "上下水道", "経済・産業"],
    17: ["防災", "教育"],
    18: ["経済・産業", "環境", "上下水道", "防災"],
    19: ["政策"],
    20: ["首長交流"],
    21: ["教育", "人材育成"],
    22: ["政策"],
    23: ["上下水道", "人材育成"],
    24: ["ICT", "政策"],
    25: ["首長交流", "環境", "観光", "教育"],
}


def test_every_form_has_its_record() -> None:
    assert [record["id"] for record in RECORDS] == list(range(1, 26))


@BY_ID
def test_fields(record: Record) -> None:
    """A record has the fields of the contract, in the contract's order, and no others."""
    assert list(record) == FIELDS
    for government in record["overseas"]:
        assert list(government) == ["name", "country", "country_name", "divisions", "body"]
    for link in record["links"]:
        assert list(link) == ["label", "url"]


@BY_ID
def test_category(record: Record) -> None:
    assert record["category"] == "行政交流"


@BY_ID
def test_japanese_governments(record: Record) -> None:
    for government in record["japan"]:
        prefecture, municipality, code, kana = JAPANESE_GOVERNMENTS[government["name"]]
        assert government == {
            "name": prefecture + (municipality or ""),
            "prefecture": prefecture,
            "municipality": municipality,
            "code": code,
            "kana": kana,
            "body": None,
        }


def test_japanese_governments_are_all_named() -> None:
    """The table has no government that no form names: its 22 are those of the contract."""
    named = {government["name"] for record in RECORDS for government in record["japan"]}
    assert named == JAPANESE_GOVERNMENTS.keys()


@BY_ID
def test_overseas_governments(record: Record) -> None:
    expected = []
    for government in OVERSEAS_GOVERNMENTS[record["id"]]:
        country, *divisions = government.split()
        code, country_name = COUNTRIES[country]
        expected.append((code, country_name, divisions, BODIES.get(record["id"])))
    assert expected == [
        (
            government["country"],
            government["country_name"],
            government["divisions"],
            government["body"],
        )
        for government in record["overseas"]
    ]


@BY_ID
def test_overseas_name_is_the_country_and_its_divisions(record: Record) -> None:
    """Form 22 also names the body, in parentheses."""
    body = BODIES.get(record["id"])
    for government, expected in zip(
        record["overseas"], OVERSEAS_GOVERNMENTS[record["id"]], strict=True
    ):
        suffix = f"（{body}）" if body else ""
        assert government["name"].replace(" ", "") == expected.replace(" ", "") + suffix


@BY_ID
def test_date(record: Record) -> None:
    if record["id"] in YEAR_ONLY:
        assert record["date"] == YEAR_ONLY[record["id"]]
    else:
        text, day, wareki = DATES[record["id"]]
        assert record["date"] == {
            "text": text,
            "start": day,
            "end": day,
            "precision": "day",
            "wareki": wareki,
        }


@BY_ID
def test_kind(record: Record) -> None:
    assert record["kind"] == KINDS[record["id"]]


@BY_ID
def test_themes(record: Record) -> None:
    assert record["themes"] == THEMES[record["id"]]
