import pytest

from koryu_cli.ledger.headings import (
    Meaning,
    countries_of_cities,
    field_named,
    fields,
    is_state_beside_city,
    meaning,
)

FIELDS = {
    "id": "番号 No. № ﾅﾝﾊﾞｰ ＮＯ． 序號 整理番号 通し番号 項番 (1)番号",
    "prefecture": "都道府県 都道府県名 県名 所在都道府県 Prefecture 都　道　府　県",
    "japan": "日本側 日本 自治体 自治体名 自治体名称 市町村名 市区町村 県内市町村 日本側都市名 "
    "日方城市 Japan Japanese 国内自治体 情報提供自治体名 日本側港湾 区 市町 "
    "県・市町村名 市区名 実施自治体 学校名 大学名 実施団体 本県自治体 我が国自治体 "
    "本市側 当市 港湾管理者 日本の地方自治体 日本の都道府県・市町村 県・市 本邦側 現市町村名 "
    "北九州側 名古屋市側 長野県側 "
    "都道府県・政令指定都市 都道府県・市町村名",
    "overseas": "海外側 提携先 提携相手先 提携自治体 提携先の自治体名 提携先自治体名等 姉妹都市 "
    "提携市町村 締盟都市 友好都市 姉妹・友好都市 姉妹（友好）都市 国際姉妹都市 提携港 "
    "相手都市名 姉妹都市提携先 交流地域 提携先（国名） 提携先（国・州等） 都市（国） "
    "姉妹州省 海外提携都市 交流先 連携先 都市名・国名 自治体・国 締結自治体 "
    "海外の姉妹自治体等の名称 姉妹港・友好港名 提携校 相手大学 締結市町村 都市等名 "
    "提携都市（国名）及び提携年月日 姉妹都市（提携年月日） 現地側 当地自治体 "
    "Partner Counterpart Counterparts sister 姐妹城市",
    "country": "国 国名 国・地域名 国（地域）名 相手国 相手国名 所在国 国・州名 "
    "国名・州名 国・州・省 交流都市国名 姉妹都市の国名 都道府県・国名 COUNTRY Country/Region 國家 "
    "国コード",
    "divisions": "道・市 道・広域市 県／地域圏 州 州・省・県 所在州 州名 省 State Province "
    "State/Province",
    "date": "提携年月日 提携日 締結日 調印日 提携 結好時間 结好时间 提携日期 Date Signed Formed "
    "提携年月日（西暦） 姉妹都市提携日 協定締結年月日 友好都市提携年 提携時期 "
    "覚書締結日 提携開始日 合意日 宣誓日 締結日時 Year",
    "agreement": "協定・覚書名 根拠文書 提携文書 "
    "協定等 協定名 名称 協定書名 宣言・協定書等の名称 協定の名称 Agreement",
    "relation": "関係 提携形態 種別 提携分類 提携種類 協定の種類 締結区分 事業分類 Relation",
    "kind": "種類",
    "themes": "分野",
    "note": "備考 Note Notes Remarks 備　考",
    "background": "経緯 きっかけ 交流のきっかけ 提携の動機及び経過 提携に至った経緯",
    "activities": "取組内容 現在の取組内容及び成果 事業内容 交流状況 交流の概要",
    "outcomes": "成果 成果・課題等",
    "url": "URL ＵＲＬ ホームページ ホームページアドレス HP URL（日本側）",
    "departments": "担当部署 担当課 問い合わせ先 お問い合わせ お問合せ 主管部署",
    "phone": "電話番号 電話 TEL 連絡先電話 担当課電話番号",
    "email": "電子メール メール 連絡先メールアドレス E-mail Ｅメール",
    "code": "団体コード 全国地方公共団体コード",
    "text": "記載",
    "start": "開始日",
    "end": "終了日",
    "title": "標題",
    "category": "章",
    "page": "ページ",
    "reprinted": "再掲",
}
CASES = [(heading, field) for field, headings in FIELDS.items() for heading in headings.split(" ")]


@pytest.mark.parametrize(("heading", "field"), CASES)
def test_a_heading_names_a_field_in_any_spelling(heading: str, field: str) -> None:
    found = meaning(heading)
    assert found is not None
    assert found.fields[0] == field


SPELLINGS = {
    "of Wikidata": ("countryLabel", "country"),
    "of a query": ("twinned administrative bodyLabel", "overseas"),
    "over two lines": ("提携\n年月日", "date"),
    "in two languages": ("国名\nCountry", "country"),
    "with a slash": ("都道府県名 / Prefecture", "prefecture"),
    "of two words": ("Date Signed", "date"),
    "with blanks between": ("備 考", "note"),
    "in brackets": ("【国名】", "country"),
    "the first of them known": ("都市の位置／国名", "country"),
}


@pytest.mark.parametrize(("heading", "field"), SPELLINGS.values(), ids=SPELLINGS)
def test_what_stands_around_a_heading_does_not_matter(heading: str, field: str) -> None:
    found = meaning(heading)
    assert found is not None
    assert found.fields[0] == field


IN_ENGLISH = {
    "japan": [
        "Japanese Prefectures & Cities",
        "Japanese City/Prefecture",
        "Japanese Sister City",
        "Partner in Japan",
        "Sister City in Japan",
        "Name of Japanese City",
        "City in Japan",
        "Cities and Towns in Japan",
    ],
    "overseas": [
        "Signing City/State",
        "Foreign City",
        "Overseas Partner",
        "Sister City Name",
        "Partner Municipalities",
        "Name of Partner City",
        "City",
        "Prefecture / City",
        "Municipality",
    ],
    "country": ["Country Name", "Nation"],
    "date": [
        "Signing Date",
        "Date of Signing",
        "Year Established",
        "Year of Affiliation",
        "Date of Agreement Signing",
        "Agreement Date",
        "Sister City Since",
        "Twinning Date",
        "Link Established",
        "Established On",
        "Commenced",
        "Inception",
        "Relationship Began",
    ],
    "relation": ["Type of Relationship", "Affiliation"],
    "note": ["Comments"],
    "activities": ["Exchange Activities", "Main Exchanges"],
}


@pytest.mark.parametrize(
    ("heading", "field"),
    [(heading, field) for field, headings in IN_ENGLISH.items() for heading in headings],
)
def test_a_heading_in_english(heading: str, field: str) -> None:
    found = meaning(heading)
    assert found is not None
    assert found.fields[0] == field


COUNTRIES = {
    "カナダ": "CA",
    "ドイツ側": "DE",
    "U.S. Counterparts": "US",
    "UK": "GB",
    "中方城市": "CN",
    "台湾側の自治体": "TW",
    "米国側": "US",
    "大韓民国": "KR",
    "Canadian Cities": "CA",
    "Netherlands": "NL",
    "British Partners": "GB",
    "Irish Counterpart": "IE",
    "Scottish Town": "GB",
    "Polish City": "PL",
    "Hawaiian Sister City": "US",
    "U.S. Sister City": "US",
    "Cities in Germany": "DE",
    "Ecuador": "EC",
    "Scotland": "GB",
    "ハワイ州側": "US",
    "米国の姉妹都市・州": "US",
    "韓国の提携先自治体": "KR",
    "中国省市": "CN",
    "フランスの市": "FR",
    "米側": "US",
    "豪州側": "AU",
    "都市名(ドイツ)": "DE",
    "City (US)": "US",
    "City (Netherlands)": "NL",
    "提携先（中国）": "CN",
    "自治体名（韓国側）": "KR",
    "USA": "US",
    "U.S.": "US",
    "NZ側": "NZ",
    "New Zealand City/District": "NZ",
    "South Korean City": "KR",
    "Poland City": "PL",
    "Australian Council": "AU",
    "Wales": "GB",
    "Oregon": "US",
    "Oregon City": "US",
    "Washington State": "US",
    "Sister City in Oregon": "US",
    "イリノイ州側": "US",
    "City in USA": "US",
    "ベトナムの地方自治体": "VN",
    "ベトナム地方省・市": "VN",
}


@pytest.mark.parametrize(("heading", "country"), COUNTRIES.items(), ids=COUNTRIES)
def test_a_heading_that_names_a_country_is_of_the_side_there(heading: str, country: str) -> None:
    assert meaning(heading) == Meaning(("overseas",), country)


@pytest.mark.parametrize(
    "heading",
    ["日本", "Japan", "日方", "Japanese Cities", "日本国側", "日方縣市", "都市名（日本）"],
)
def test_japan_is_the_japanese_side(heading: str) -> None:
    assert meaning(heading) == Meaning(("japan",))


@pytest.mark.parametrize("heading", ["Japanese Prefecture", "日本の都道府県", "日本側県名"])
def test_the_prefecture_of_the_japanese_side_is_that_side_where_nothing_else_is(
    heading: str,
) -> None:
    assert meaning(heading) == Meaning(("japan", "prefecture"))


STATES = {
    "in English": ("US State", ["US City"], True),
    "of Canada": ("Canadian Province", ["Canadian Municipality"], True),
    "in Japanese": ("米国州名", ["米国都市名"], True),
    "of another country": ("US State", ["Canadian City"], False),
    "no cities": ("米国州名", ["都市名"], False),
    "a country that ends so": ("豪州", ["豪州の都市"], False),
    "a part of a country": ("ハワイ州", ["米国都市"], False),
}


@pytest.mark.parametrize(("heading", "others", "is_state"), STATES.values(), ids=STATES)
def test_states_stand_beside_the_cities_of_their_country(
    heading: str, others: list[str], is_state: bool
) -> None:
    assert is_state_beside_city(heading, countries_of_cities(others)) is is_state


@pytest.mark.parametrize("heading", ["相手先州名", "提携先の州・省", "海外側州"])
def test_a_state_is_the_partner_where_nothing_else_is(heading: str) -> None:
    assert meaning(heading) == Meaning(("overseas", "divisions"))


@pytest.mark.parametrize(
    "heading", ["Sister City in Queensland", "Cities in Nova Scotia", "アルバータ州側自治体"]
)
def test_a_heading_that_may_name_a_state_is_of_the_overseas_side(heading: str) -> None:
    assert meaning(heading) == Meaning(("overseas", ""))


SIDES = {
    "自治体名（海外）": "overseas",
    "都市名（海外側）": "overseas",
    "市町村（相手方）": "overseas",
    "City (Overseas)": "overseas",
    "自治体名（国内）": "japan",
    "都市名（県内）": "japan",
    "City (Japan)": "japan",
    "City (Japanese)": "japan",
    "海外自治体（市町村）": "overseas",
    "提携先（国内）": "",
}


@pytest.mark.parametrize(("heading", "field"), SIDES.items(), ids=SIDES)
def test_a_heading_may_say_in_brackets_of_which_side_it_is(heading: str, field: str) -> None:
    assert meaning(heading) == Meaning((field,))


@pytest.mark.parametrize(
    "heading", ["City in Hokkaido", "Cities and Towns in Aomori", "Cities in Hyogo Prefecture"]
)
def test_one_that_names_a_prefecture_is_of_the_japanese_side(heading: str) -> None:
    assert meaning(heading) == Meaning(("japan", ""))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("提携先（English）", "overseas"),
        ("自治体名（English）", "japan"),
        ("City (English)", "overseas"),
    ],
)
def test_the_language_of_a_column_says_nothing_of_its_country(heading: str, field: str) -> None:
    found = meaning(heading)
    assert found is not None
    assert (found.fields[0], found.country) == (field, None)


@pytest.mark.parametrize(
    "heading", ["交流開始年", "交流開始日", "交流の開始時期", "友好交流開始年月日", "交流開始"]
)
def test_the_beginning_of_an_exchange_is_a_date_where_no_other_is(heading: str) -> None:
    assert meaning(heading) == Meaning(("date", ""))


CHINESE = {
    "id": "序號 序号 編號",
    "overseas": "我方 我方縣市 我國城市 國外城市 外國城市 締盟城市 结好城市 友城 外方城市",
    "country": "國家 国家 國別 国别",
    "divisions": "省份 中方省份 所在省份",
    "prefecture": "日方省份 日方都道府县",
    "date": "結好時間 结好日期 結盟日 簽約日 签约日期 缔结时间 建立时间",
    "relation": "類別",
}


@pytest.mark.parametrize(
    ("heading", "field"),
    [(heading, field) for field, headings in CHINESE.items() for heading in headings.split()],
)
def test_a_heading_in_chinese(heading: str, field: str) -> None:
    found = meaning(heading)
    assert found is not None
    assert found.fields[0] == field


UNKNOWN = (
    "Signing International Friendship Expiry_Date Birth_Date Signed_by Title_of_Mayor "
    "提携日の根拠 人口 面積 提携内容 米 英 西市 中県 国際交流協会 姉妹都市の概要 友好都市数 (国外) "
    "City_Information 州側 九州側 信州側 外務省側 Our_Side Hokkaido_Side City_in_charge"
)


@pytest.mark.parametrize("heading", ["", " ", "()", "1", *UNKNOWN.split()])
def test_other_headings_are_not_known(heading: str) -> None:
    assert meaning(heading.replace("_", " ")) is None


@pytest.mark.parametrize(
    "heading", ["都市名", "市", "町名", "村", "港", "港名（国名）", "港湾名", "Town"]
)
def test_a_city_or_a_port_is_of_the_side_that_has_no_column(heading: str) -> None:
    assert meaning(heading) == Meaning(("overseas", "japan"))


@pytest.mark.parametrize("heading", ["管内自治体", "管轄地域自治体", "管内の地方公共団体"])
def test_the_area_of_an_office_is_in_japan_or_abroad(heading: str) -> None:
    assert meaning(heading) == Meaning(("japan", "overseas"))


@pytest.mark.parametrize("field", fields())
def test_a_field_is_named_by_its_key_and_by_what_koryu_prints(field: str) -> None:
    assert field_named(field) == field_named(fields()[field]) == field


def test_a_word_that_names_no_field_names_none() -> None:
    assert field_named("人口") is None
