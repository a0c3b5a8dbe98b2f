"""Cells of the Japanese side: what becomes of each."""

import pytest

from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.sides import Side
from koryu_cli.places.table import every

# The cell, the cell of the prefecture's column, and the name and code of each government.
UNDERSTOOD: dict[str, tuple[str, str, list[tuple[str, str | None]]]] = {
    "a city": ("札幌市", "", [("北海道札幌市", "011002")]),
    "a prefecture": ("福島県", "", [("福島県", "070009")]),
    "a footnote and a city": ("[1]、札幌市", "", [("北海道札幌市", "011002")]),
    "in quotation marks": ("「札幌市」", "", [("北海道札幌市", "011002")]),
    "a prefecture in old kanji": ("福島縣", "", [("福島県", "070009")]),
    "a city with its prefecture": ("北海道札幌市", "", [("北海道札幌市", "011002")]),
    "a prefecture and a blank": ("北海道 札幌市", "", [("北海道札幌市", "011002")]),
    "a county is kept": ("下北郡大間町", "", [("青森県下北郡大間町", "024236")]),
    "a county in brackets": ("大間町(下北郡)", "", [("青森県下北郡大間町", "024236")]),
    "a prefecture in brackets": ("池田町（北海道）", "", [("北海道池田町", "016446")]),
    "a prefecture's column": ("池田町", "北海道", [("北海道池田町", "016446")]),
    "a prefecture's column with a mark": ("池田町", "●北海道", [("北海道池田町", "016446")]),
    "a prefecture's column without 県": ("府中市", "広島", [("広島県府中市", "342084")]),
    "the column alone": ("", "福岡県", [("福岡県", "400009")]),
    "only 県, beside the column": ("県", "福島県", [("福島県", "070009")]),
    "the prefecture in both": ("北海道", "北海道", [("北海道", "010006")]),
    "a special ward": ("港区", "東京都", [("東京都港区", "131032")]),
    "a ward of a designated city": ("横浜市中区", "", [("神奈川県横浜市中区", "141046")]),
    "old kanji": ("新潟縣三條市", "", [("新潟県三条市", "152048")]),
    "a number in a circle": ("①蕨市", "", [("埼玉県蕨市", "112232")]),
    "a number of a list": ("1. 横浜市", "", [("神奈川県横浜市", "141003")]),
    "a number of a footnote": ("横浜市[注 1]", "", [("神奈川県横浜市", "141003")]),
    "a year and an advice to read on": (
        "釧路市(1965)【★詳細⇒】",
        "●北海道",
        [("北海道釧路市", "012068")],
    ),
    "a year behind the name": ("京都市1965年", "", [("京都府京都市", "261009")]),
    "the reading in brackets": (
        "六ヶ所村（ろっかしょむら）",
        "",
        [("青森県六ヶ所村", "024112")],
    ),
    "a town that became part of it": ("白山市(旧白峰村)", "", [("石川県白山市", "172103")]),
    "its office": ("札幌市役所", "", [("北海道札幌市", "011002")]),
    "what partners call each other": ("横浜市→姉妹都市", "", [("神奈川県横浜市", "141003")]),
    "a village of old": ("旧白峰村", "", [("石川県白峰村", "173495")]),
    "a prefecture and a city": (
        "熊本県・熊本市",
        "",
        [("熊本県", "430005"), ("熊本県熊本市", "431001")],
    ),
    "two with 、": (
        "札幌市、横浜市",
        "",
        [("北海道札幌市", "011002"), ("神奈川県横浜市", "141003")],
    ),
    "two with 及び": (
        "札幌市及び横浜市",
        "",
        [("北海道札幌市", "011002"), ("神奈川県横浜市", "141003")],
    ),
    "two with と": (
        "札幌市と横浜市",
        "",
        [("北海道札幌市", "011002"), ("神奈川県横浜市", "141003")],
    ),
    "two with a blank": (
        "札幌市 函館市",
        "",
        [("北海道札幌市", "011002"), ("北海道函館市", "012025")],
    ),
    "a prefecture holds for the next": (
        "東京都府中市・大島町",
        "",
        [("東京都府中市", "132063"), ("東京都大島町", "133612")],
    ),
    "a port": ("横浜港", "", [("横浜港", None)]),
    "a port with its prefecture": ("水島港(岡山県)", "", [("岡山県水島港", None)]),
    "a port behind its prefecture": ("岡山県水島港", "", [("岡山県水島港", None)]),
    "two ports": ("横浜港・川崎港", "", [("横浜港", None), ("川崎港", None)]),
    "an assembly": ("札幌市議会", "", [("北海道札幌市議会", None)]),
    "a prefecture with its number": ("01北海道", "", [("北海道", "010006")]),
    "a column with the number too": ("札幌市", "01 北海道", [("北海道札幌市", "011002")]),
    "a column with the number alone": ("札幌市", "1", [("北海道札幌市", "011002")]),
    "a prefecture on a line of its own": ("北海道\n札幌市", "", [("北海道札幌市", "011002")]),
    "a prefecture and a slash": ("北海道/札幌市", "", [("北海道札幌市", "011002")]),
    "a full-width blank": ("愛知県\u3000名古屋市", "", [("愛知県名古屋市", "231002")]),
    "blanks around the county": (
        "長野県 上高井郡 小布施町",
        "",
        [("長野県上高井郡小布施町", "205419")],
    ),
    "blanks between all characters": ("札 幌 市", "", [("北海道札幌市", "011002")]),
    "the prefecture behind": ("神戸市 兵庫県", "", [("兵庫県神戸市", "281000")]),
    "the prefecture in brackets without 県": ("八王子市(東京)", "", [("東京都八王子市", "132012")]),
    "a bracket on a line of its own": ("大津市\n(滋賀県)", "", [("滋賀県大津市", "252018")]),
    "the city in the bracket": ("静岡県 （浜松市）", "", [("静岡県浜松市", "221309")]),
    "its kind in brackets": ("福島県（県）", "", [("福島県", "070009")]),
    "a flag": ("🇯🇵 札幌市", "", [("北海道札幌市", "011002")]),
    "a flag in words": ("日本の旗 札幌市", "", [("北海道札幌市", "011002")]),
    "Japan before it": ("日本・横浜市", "", [("神奈川県横浜市", "141003")]),
    "a number of a note": ("札幌市※1", "", [("北海道札幌市", "011002")]),
    "a star and a number": ("札幌市*1", "", [("北海道札幌市", "011002")]),
    "Japan before old kanji": ("日本山形縣長井市", "", [("山形県長井市", "062090")]),
    "several in Chinese": (
        "熊本縣及熊本市",
        "",
        [("熊本県", "430005"), ("熊本県熊本市", "431001")],
    ),
    "an office of a city that begins as a village does": (
        "東村山市議会",
        "",
        [("東京都東村山市議会", None)],
    ),
    "a city among the prefectures": ("", "札幌市", [("北海道札幌市", "011002")]),
    "its ward": ("中央区", "札幌市", [("北海道札幌市中央区", "011011")]),
    "an office of a city": ("神戸市港湾局", "", [("兵庫県神戸市港湾局", None)]),
    "a footnote in brackets": ("札幌市(※1)", "", [("北海道札幌市", "011002")]),
    "a note in brackets": ("札幌市（注1）", "", [("北海道札幌市", "011002")]),
    "the romaji in brackets": ("札幌市 (Sapporo)", "", [("北海道札幌市", "011002")]),
    "the English name in brackets": ("札幌市（Sapporo City）", "", [("北海道札幌市", "011002")]),
    "a date in brackets": ("横浜市（1965年7月1日）", "", [("神奈川県横浜市", "141003")]),
    "an era's year in brackets": ("横浜市（昭和40年）", "", [("神奈川県横浜市", "141003")]),
    "half-width kana": ("ﾆｾｺ町", "", [("北海道ニセコ町", "013951")]),
    "が for ヶ": ("茅が崎市", "", [("神奈川県茅ヶ崎市", "142077")]),
    "the other kanji of a name": ("塩釜市", "", [("宮城県塩竈市", "042030")]),
    "a reading": ("さっぽろし", "", [("北海道札幌市", "011002")]),
    "a city of old": ("旧清水市（現静岡市）", "", [("静岡県清水市", "222046")]),
    "a city behind its prefecture in brackets": (
        "愛媛県（今治市）",
        "",
        [("愛媛県今治市", "382027")],
    ),
    "a village behind its county": ("国頭郡（今帰仁村）", "", [("沖縄県国頭郡今帰仁村", "473065")]),
    "what it is now, in words": ("新治村（今の土浦市）", "", [("茨城県新治村", "084654")]),
    "one of two villages of old": ("新治村（現土浦市）", "", [("茨城県新治村", "084654")]),
    "the other of them": ("旧新治村（現 みなかみ町）", "", [("群馬県新治村", "104477")]),
    "what it is now, with a colon": ("新治村（現在：土浦市）", "", [("茨城県新治村", "084654")]),
    "a city renamed": ("篠山市", "", [("兵庫県篠山市", "282219")]),
    "a ward of old": ("北九州市小倉区", "", [("福岡県北九州市小倉区", "401021")]),
    "another city of the same name": ("府中市", "東京都", [("東京都府中市", "132063")]),
    "a town that only one prefecture has": ("入善町", "", [("富山県入善町", "163422")]),
    "in English": ("Sapporo City", "", [("北海道札幌市", "011002")]),
    "in English with its prefecture": ("Yoichi Town, Hokkaido", "", [("北海道余市町", "014087")]),
    "in English with only its prefecture": ("Beppu, Oita", "", [("大分県別府市", "442020")]),
    "in romaji": ("Miyoshi-shi (Hiroshima)", "", [("広島県三次市", "342092")]),
    "in romaji with the column": ("Sapporo", "北海道", [("北海道札幌市", "011002")]),
    "a prefecture in English": ("Kanagawa Prefecture", "", [("神奈川県", "140007")]),
    "City of": ("City of Kobe, Hyogo", "", [("兵庫県神戸市", "281000")]),
    "two in English": (
        "Osaka City; Kobe City",
        "",
        [("大阪府大阪市", "271004"), ("兵庫県神戸市", "281000")],
    ),
    "two with a slash": (
        "札幌市/函館市",
        "",
        [("北海道札幌市", "011002"), ("北海道函館市", "012025")],
    ),
    "two on lines": (
        "札幌市\n函館市",
        "",
        [("北海道札幌市", "011002"), ("北海道函館市", "012025")],
    ),
    "and others": (
        "札幌市、小樽市ほか",
        "",
        [("北海道札幌市", "011002"), ("北海道小樽市", "012033")],
    ),
    "a prefecture and its city": (
        "奈良県及び奈良市",
        "",
        [("奈良県", "290009"), ("奈良県奈良市", "292010")],
    ),
    "four, the last with others' name": (
        "魚津市・黒部市・入善町・朝日町",
        "",
        [
            ("富山県魚津市", "162043"),
            ("富山県黒部市", "162078"),
            ("富山県入善町", "163422"),
            ("富山県朝日町", "163431"),
        ],
    ),
    "three wards": (
        "東京都千代田区・中央区・港区",
        "",
        [("東京都千代田区", "131016"), ("東京都中央区", "131024"), ("東京都港区", "131032")],
    ),
    "two, one with a bracket": (
        "横浜市、川崎市（神奈川県）",
        "",
        [("神奈川県横浜市", "141003"), ("神奈川県川崎市", "141305")],
    ),
    "a port with its city": ("北九州港(北九州市)", "", [("福岡県北九州港", None)]),
    "a port with prefecture and city": ("下関港（山口県下関市）", "", [("山口県下関港", None)]),
    "a port with the column": ("油津港", "宮崎県", [("宮崎県油津港", None)]),
    "a port in English": ("Port of Yokohama", "", [("Port of Yokohama", None)]),
    "a port with the name of its city": ("境港", "", [("境港", None)]),
    "an airport": ("関西国際空港", "", [("関西国際空港", None)]),
    "an association": ("全国市長会", "", [("全国市長会", None)]),
    "a union": ("三重県四日市港管理組合", "", [("三重県四日市港管理組合", None)]),
    "a foundation": ("公益財団法人札幌国際プラザ", "", [("公益財団法人札幌国際プラザ", None)]),
    "a university": ("北海道大学", "", [("北海道大学", None)]),
}


def _names(side: Side) -> list[tuple[str, str | None]]:
    return [(each["name"], each["code"]) for each in side.governments]


@pytest.mark.parametrize(
    ("cell", "prefecture", "governments"), UNDERSTOOD.values(), ids=UNDERSTOOD.keys()
)
def test_a_cell_that_is_understood(
    cell: str, prefecture: str, governments: list[tuple[str, str | None]]
) -> None:
    side = japanese_side(cell, prefecture)
    assert _names(side) == governments
    assert side.problems == []


@pytest.mark.parametrize(
    ("cell", "dates", "words"),
    [
        ("釧路市(1965)【★詳細⇒】", ["1965"], []),
        ("京都市1965年", ["1965年"], []),
        ("横浜市（昭和40年）", ["昭和40年"], []),
        ("横浜市→姉妹都市", [], ["姉妹都市"]),
        ("白山市(旧白峰村)", [], ["旧白峰村"]),
        ("大阪港（大阪市）", [], ["大阪市"]),
        ("横浜港（神奈川県）", [], []),
        ("札幌市（再締結）", [], ["再締結"]),
        ("札幌市（1990年解消）", [], ["1990年解消"]),
        ("札幌市ほか", [], ["ほか"]),
        ("福島県（県）", [], []),
        ("札幌市（さっぽろし）", [], []),
        ("札幌市(Sapporo)※2", [], []),
    ],
)
def test_what_stands_beside_a_name(cell: str, dates: list[str], words: list[str]) -> None:
    side = japanese_side(cell)
    assert (side.dates, side.words, side.problems) == (dates, words, [])


def test_all_fields_of_a_government() -> None:
    assert japanese_side("六ヶ所村").governments == [
        {
            "name": "青森県六ヶ所村",
            "prefecture": "青森県",
            "municipality": "六ヶ所村",
            "code": "024112",
            "kana": "ろっかしょむら",
            "body": None,
        }
    ]


@pytest.mark.parametrize("cell", ["水島港(岡山県)", "岡山県水島港"])
def test_all_fields_of_a_port(cell: str) -> None:
    assert japanese_side(cell).governments == [
        {
            "name": "岡山県水島港",
            "prefecture": "岡山県",
            "municipality": None,
            "code": None,
            "kana": None,
            "body": "水島港",
        }
    ]


def test_a_government_of_old_names_its_successors() -> None:
    side = japanese_side("上九一色村")
    assert side.notices == [
        "山梨県上九一色村は2006年3月1日になくなり、今は富士河口湖町、甲府市です。"
    ]
    assert _names(side) == [("山梨県上九一色村", "193411")]


def test_only_what_is_not_understood_of_several_is_a_problem() -> None:
    side = japanese_side("札幌市、兵庫県神部市")
    assert _names(side) == [("北海道札幌市", "011002"), ("兵庫県神部市", None)]
    assert [problem.message for problem in side.problems] == [
        "「兵庫県神部市」という自治体はありません。もしかして: 兵庫県神戸市。"
    ]


def test_a_prefecture_that_is_none_is_a_problem_of_its_own_cell() -> None:
    side = japanese_side("札幌市", "北海県")
    assert _names(side) == [("北海道札幌市", "011002")]
    [(field, message)] = side.problems
    assert field == "prefecture"
    assert "「北海県」という都道府県はありません。" in message


NOT_UNDERSTOOD = {
    "in another prefecture": (
        "熊本県阿久根市",
        "熊本県に「阿久根市」はありません。阿久根市があるのは鹿児島県（462063）です。",
    ),
    "a slip": (
        "兵庫県神部市",
        "「兵庫県神部市」という自治体はありません。もしかして: 兵庫県神戸市。",
    ),
    "in another prefecture, in brackets": (
        "阿久根市(熊本県)",
        "熊本県に「阿久根市」はありません。阿久根市があるのは鹿児島県（462063）です。",
    ),
    "of another kind, its prefecture in brackets": (
        "美浜村（福井県）",
        "「美浜村（福井県）」という自治体はありません。もしかして: 福井県美浜町。",
    ),
    "in English, formerly of another kind": (
        "Shariki Town",
        (
            "「Shariki Town」では決まりません。"
            "青森県車力村（Shariki Village, Aomori）のように書いてください。"
        ),
    ),
    "several": (
        "府中市",
        "「府中市」は一つではありません（東京都府中市、広島県府中市）。都道府県（と郡）を添えてください。",
    ),
    "in English alone": (
        "Kyoto",
        (
            "「Kyoto」では決まりません。"
            "京都府（Kyoto Prefecture）、京都府京都市（Kyoto City, Kyoto）のように書いてください。"
        ),
    ),
    "in English, like another": (
        "Saporo City",
        (
            "「Saporo City」という自治体はありません。"
            "「Sapporo City」「Yoichi Town, Hokkaido」のように書いてください。"
        ),
    ),
    "without 市": ("札幌", "「札幌」という自治体はありません。もしかして: 北海道札幌市。"),
    "without 市, with the end of a hall": (
        "函館",
        "「函館」という自治体はありません。もしかして: 北海道函館市。",
    ),
    "without 市, with the end of a castle": (
        "都城",
        "「都城」という自治体はありません。もしかして: 宮崎県都城市。",
    ),
}


@pytest.mark.parametrize(("cell", "message"), NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD.keys())
def test_a_cell_that_is_not_understood_is_kept_as_a_body(cell: str, message: str) -> None:
    side = japanese_side(cell)
    assert side.governments == [
        {
            "name": cell,
            "prefecture": None,
            "municipality": None,
            "code": None,
            "kana": None,
            "body": cell,
        }
    ]
    assert side.problems == [("japan", message)]


def test_every_government_is_read_by_its_name() -> None:
    today = [each for each in every() if each.abolished is None]
    read = {each: japanese_side(each.full_name) for each in today}
    assert {each.full_name for each, side in read.items() if side.problems} == {"北海道泊村"}
    assert [
        each
        for each, side in read.items()
        if not side.problems and side.governments[0]["code"] != each.code
    ] == []


def test_blank_cells_name_no_side() -> None:
    assert japanese_side(" ", "") == Side([], [], [], [], [])


@pytest.mark.parametrize("name", ["Osaka", "Hiroshima", "Nagasaki"])
def test_a_name_in_latin_letters_beside_its_prefecture_is_that_of_the_city(name: str) -> None:
    side = japanese_side(name, name)
    assert [each["municipality"] is not None for each in side.governments] == [True]
    assert side.problems == []


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("伊達市（旧大滝村）", "北海道伊達市"),
        ("美郷町（旧邑智町）", "島根県美郷町"),
        ("府中市（旧・上下町）", "広島県府中市"),
        ("南部町（元名川町）", "青森県南部町"),
    ],
)
def test_a_former_municipality_tells_which_of_several_is_meant(cell: str, name: str) -> None:
    side = japanese_side(cell)
    assert [each["name"] for each in side.governments] == [name]
    assert side.problems == []
