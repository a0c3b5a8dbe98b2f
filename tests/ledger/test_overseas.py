"""Cells of the overseas side: what becomes of each."""

from typing import Any

import pytest

from koryu_cli.ledger.overseas import overseas_sides
from koryu_cli.places.countries import Country, countries

# The cell and the other cells of its row; then the country, the divisions, and the body.
Case = tuple[str, dict[str, str], str | None, list[str], str | None]
UNDERSTOOD: dict[str, Case] = {
    "a name alone": ("福州市", {}, None, ["福州市"], None),
    "a name in katakana": ("ホノルル市", {}, None, ["ホノルル市"], None),
    "a name without its kind": ("サンディエゴ", {}, None, ["サンディエゴ"], None),
    "a number in a circle": ("①サンディエゴ(アメリカ合衆国)", {}, "US", ["サンディエゴ"], None),
    "a country in brackets": ("リヨン(フランス共和国)", {}, "FR", ["リヨン"], None),
    "a country before, in brackets": ("【中国】上海市", {}, "CN", ["上海市"], None),
    "a country with the city in brackets": ("中国(上海市)", {}, "CN", ["上海市"], None),
    "one letter for a country in brackets": ("ホノルル市（米）", {}, "US", ["ホノルル市"], None),
    "one letter that may mean the west": ("バララト市（西）", {}, None, ["バララト市"], None),
    "that letter in the column": ("バルセロナ", {"country": "西"}, "ES", ["バルセロナ"], None),
    "a country at the beginning": ("米国ハワイ州", {}, "US", ["ハワイ州"], None),
    "a country and a blank": (
        "カナダ ブリティッシュコロンビア州",
        {},
        "CA",
        ["ブリティッシュコロンビア州"],
        None,
    ),
    "a country and a middle dot": ("マレーシア・サバ州", {}, "MY", ["サバ州"], None),
    "a country in katakana before katakana": ("ドイツヘッセン州", {}, "DE", ["ヘッセン州"], None),
    "an official name at the beginning": (
        "大韓民国江原道襄陽郡",
        {},
        "KR",
        ["江原道", "襄陽郡"],
        None,
    ),
    "as koryu prints it": ("韓国 江原道襄陽郡", {}, "KR", ["江原道", "襄陽郡"], None),
    "three divisions": (
        "フランス共和国イル・ド・フランス州オー・ド・セーヌ県イッシー・レ・ムリノー市",
        {},
        "FR",
        ["イル・ド・フランス州", "オー・ド・セーヌ県", "イッシー・レ・ムリノー市"],
        None,
    ),
    "a country on a line of its own": (
        "ブラジル連邦共和国\n南マットグロッソ州",
        {},
        "BR",
        ["南マットグロッソ州"],
        None,
    ),
    "a division on a line of its own": (
        "米国ハワイ州\nホノルル市",
        {},
        "US",
        ["ハワイ州", "ホノルル市"],
        None,
    ),
    "blanks between divisions": ("中国 陝西省 西安市", {}, "CN", ["陝西省", "西安市"], None),
    "a country and a state in brackets": (
        "ホノルル市（米国ハワイ州）",
        {},
        "US",
        ["ハワイ州", "ホノルル市"],
        None,
    ),
    "a middle dot in brackets": (
        "トーランス市(米国・カリフォルニア州)",
        {},
        "US",
        ["カリフォルニア州", "トーランス市"],
        None,
    ),
    "a comma in brackets": (
        "蘇州市（江蘇省、中国）",
        {},
        "CN",
        ["江蘇省", "蘇州市"],
        None,
    ),
    "the country last in brackets": (
        "蘇州市（江蘇省・中国）",
        {},
        "CN",
        ["江蘇省", "蘇州市"],
        None,
    ),
    "an official name and a division in brackets": (
        "アテネ市（ギリシャ共和国アッティカ県）",
        {},
        "GR",
        ["アッティカ県", "アテネ市"],
        None,
    ),
    "a state in brackets": (
        "ポートランド市（オレゴン州）",
        {},
        None,
        ["オレゴン州", "ポートランド市"],
        None,
    ),
    "a state without 州 in brackets": (
        "ポートランド市（オレゴン）",
        {"country": "米国"},
        "US",
        ["オレゴン", "ポートランド市"],
        None,
    ),
    "the province before the name, the country in brackets": (
        "陝西省西安市（中華人民共和国）",
        {},
        "CN",
        ["陝西省", "西安市"],
        None,
    ),
    "a city that ends as a province does": ("杭州市", {}, None, ["杭州市"], None),
    "a province and such a city": ("浙江省杭州市", {}, None, ["浙江省", "杭州市"], None),
    "a metropolitan city": ("光州広域市", {}, None, ["光州広域市"], None),
    "a district of a city": ("台南市白河区", {}, None, ["台南市", "白河区"], None),
    "a township of a county": ("彰化県鹿港鎮", {}, None, ["彰化県", "鹿港鎮"], None),
    "a character that no code page holds": (
        "苗栗県頭[イ分]市",
        {},
        None,
        ["苗栗県", "頭[イ分]市"],
        None,
    ),
    "an autonomous region": (
        "広西チワン族自治区桂林市",
        {},
        None,
        ["広西チワン族自治区", "桂林市"],
        None,
    ),
    "a column for the country": ("北京市", {"country": "中華人民共和国"}, "CN", ["北京市"], None),
    "a code in the column": ("北京市", {"country": "CN"}, "CN", ["北京市"], None),
    "a mark in the column": ("北京市", {"country": "●中国"}, "CN", ["北京市"], None),
    "a country that belongs to another": (
        "英国領バミューダ ハミルトン市",
        {},
        "BM",
        ["ハミルトン市"],
        None,
    ),
    "a state in brackets in the country's column": (
        "サクラメント市",
        {"country": "USA (California)"},
        "US",
        ["California", "サクラメント市"],
        None,
    ),
    **{
        f"a state in Latin letters in the country's column: {cell}": (
            "Portland",
            {"country": cell},
            "US",
            ["Oregon", "Portland"],
            None,
        )
        for cell in ("USA, Oregon", "USA/Oregon", "米国（Oregon）", "United States (Oregon)")
    },
    "one that begins as a country's code": (
        "Santos",
        {"country": "Brazil, São Paulo"},
        "BR",
        ["São Paulo", "Santos"],
        None,
    ),
    "a territory behind its country": (
        "Kowloon",
        {"country": "China, Hong Kong"},
        "HK",
        ["Kowloon"],
        None,
    ),
    "the country twice in its column": (
        "Busan",
        {"country": "韓国（Korea）"},
        "KR",
        ["Busan"],
        None,
    ),
    "a column as ISO has it": (
        "釜山市",
        {"country": "Korea (Republic of)"},
        "KR",
        ["釜山市"],
        None,
    ),
    "the country in cell and column": ("上海市(中国)", {"country": "中国"}, "CN", ["上海市"], None),
    "a column that says no country": ("上海市(中国)", {"country": "－"}, "CN", ["上海市"], None),
    "a state in the country's column": (
        "ホノルル市",
        {"country": "アメリカ合衆国ハワイ州"},
        "US",
        ["ハワイ州", "ホノルル市"],
        None,
    ),
    "a column for the state": (
        "ラウンハイム市(Raunheim)",
        {"country": "ドイツ", "division": "ヘッセン州"},
        "DE",
        ["ヘッセン州", "ラウンハイム市"],
        None,
    ),
    "the state in name and column": (
        "ハワイ州ホノルル市",
        {"country": "アメリカ", "division": "ハワイ州"},
        "US",
        ["ハワイ州", "ホノルル市"],
        None,
    ),
    "the state in brackets and column": (
        "ホノルル市（ハワイ）",
        {"country": "アメリカ", "division": "ハワイ州"},
        "US",
        ["ハワイ州", "ホノルル市"],
        None,
    ),
    "the country in the state's column too": (
        "ホノルル市",
        {"country": "アメリカ", "division": "米国ハワイ州"},
        "US",
        ["ハワイ州", "ホノルル市"],
        None,
    ),
    "the country alone in the state's column": (
        "シンガポール",
        {"country": "シンガポール", "division": "シンガポール"},
        "SG",
        [],
        None,
    ),
    "no state in its column": (
        "上海市",
        {"country": "中国", "division": "―"},
        "CN",
        ["上海市"],
        None,
    ),
    "a heading's country": (
        "バーナビー",
        {"default_country": "カナダ"},
        "CA",
        ["バーナビー"],
        None,
    ),
    "another country than the heading's": (
        "上海市(中国)",
        {"default_country": "台湾"},
        "CN",
        ["上海市"],
        None,
    ),
    "a city that is a country": ("シンガポール", {}, "SG", [], None),
    "a region that is a country's": ("香港", {}, "HK", [], None),
    "a place named as another country": ("Lebanon", {"country": "USA"}, "US", ["Lebanon"], None),
    "a city that begins as a country": ("ペルージャ市", {}, None, ["ペルージャ市"], None),
    "another": ("チリワック市", {}, None, ["チリワック市"], None),
    "a city named as its country": (
        "メキシコ市",
        {"country": "メキシコ"},
        "MX",
        ["メキシコ市"],
        None,
    ),
    "a state named as a country": (
        "アトランタ市（ジョージア州）",
        {"country": "米国"},
        "US",
        ["ジョージア州", "アトランタ市"],
        None,
    ),
    "a part of a country": (
        "エディンバラ市（スコットランド）",
        {},
        "GB",
        ["スコットランド", "エディンバラ市"],
        None,
    ),
    "a part in the column": (
        "エディンバラ市",
        {"country": "スコットランド"},
        "GB",
        ["スコットランド", "エディンバラ市"],
        None,
    ),
    "a part as a state": ("ハワイ州", {}, "US", ["ハワイ州"], None),
    "Kosovo": ("プリシュティナ市", {"country": "コソヴォ"}, "XK", ["プリシュティナ市"], None),
    "a state that several came of": ("ナホトカ市（ソ連）", {}, None, ["ナホトカ市"], None),
    "the same in the column": ("プラハ", {"country": "チェコスロヴァキア"}, None, ["プラハ"], None),
    "such a state and a country of today": (
        "ナホトカ市（ソ連）",
        {"country": "ロシア"},
        "RU",
        ["ナホトカ市"],
        None,
    ),
    "a state that lives on": ("ハンブルク", {"country": "西ドイツ"}, "DE", ["ハンブルク"], None),
    "a letter alone in brackets": ("天津市（中）", {}, "CN", ["天津市"], None),
    "another letter alone": ("台南市（台）", {}, "TW", ["台南市"], None),
    "a former state, called so": ("ドレスデン市（旧東ドイツ）", {}, "DE", ["ドレスデン市"], None),
    "an older name of a country": ("ヤンゴン市", {"country": "ビルマ"}, "MM", ["ヤンゴン市"], None),
    "a state with its kind": ("バイエルン自由州", {}, "DE", ["バイエルン自由州"], None),
    "islands": ("ハワイ諸島", {}, "US", ["ハワイ諸島"], None),
    "a territory": ("グアム準州", {}, "GU", ["グアム準州"], None),
    "a special administrative region": (
        "澳門特別行政区",
        {},
        "MO",
        ["澳門特別行政区"],
        None,
    ),
    "such a state in the column of states": (
        "ミュンヘン市",
        {"division": "バイエルン自由州"},
        "DE",
        ["バイエルン自由州", "ミュンヘン市"],
        None,
    ),
    "a part of a country in it": (
        "G市",
        {"division": "イングランド・ケント州"},
        "GB",
        ["イングランド", "ケント州", "G市"],
        None,
    ),
    "a county in the bracket of a state": (
        "J市",
        {"division": "加州（サンタクララ郡）"},
        None,
        ["加州", "サンタクララ郡", "J市"],
        None,
    ),
    "a county before its state": (
        "Y市（オーデンヴァルト郡、ヘッセン州）",
        {},
        None,
        ["ヘッセン州", "オーデンヴァルト郡", "Y市"],
        None,
    ),
    "a state in a state": (
        "ペルー・リマ州・カニェテ州",
        {},
        "PE",
        ["リマ州", "カニェテ州"],
        None,
    ),
    "国立": ("モンゴル国立大学", {}, "MN", [], "国立大学"),
    "国際": ("中国国際友好協会", {}, "CN", [], "国際友好協会"),
    "a province that begins as a mountain": (
        "青島市（中華人民共和国山東省）",
        {},
        "CN",
        ["山東省", "青島市"],
        None,
    ),
    "one that begins as a lake": ("中国湖南省長沙市", {}, "CN", ["湖南省", "長沙市"], None),
    "one that begins as the sea": ("中国海南省海口市", {}, "CN", ["海南省", "海口市"], None),
    "an ocean": ("インド洋まぐろ委員会", {}, None, [], "インド洋まぐろ委員会"),
    "a river": ("コロンビア川港", {"country": "米国"}, "US", [], "コロンビア川港"),
    "a bank": ("中国銀行", {}, "CN", [], "中国銀行"),
    "a zoo": ("オーストラリア動物園", {}, "AU", [], "オーストラリア動物園"),
    "a university of the sea": ("ベトナム海事大学", {}, "VN", [], "海事大学"),
    "an embassy": ("カナダ大使館", {}, "CA", [], "大使館"),
    "a lake district": ("イタリア湖水地方", {}, "IT", ["湖水地方"], None),
    "a city that begins as 国連 does": (
        "中華人民共和国連雲港市",
        {},
        "CN",
        ["連雲港市"],
        None,
    ),
    "a county-level city": ("杭州市　臨安市", {}, None, ["杭州市", "臨安市"], None),
    "a country behind slashes": (
        "Portland / Oregon / USA",
        {},
        "US",
        ["Oregon", "Portland"],
        None,
    ),
    "a ministry": ("カンボジア王国計画投資省", {}, "KH", [], "計画投資省"),
    "a consulate in whose name a republic stands": (
        "在福岡ベトナム社会主義共和国総領事館",
        {"country": "ベトナム"},
        "VN",
        [],
        "在福岡ベトナム社会主義共和国総領事館",
    ),
    "another name of a body": ("慶尚北道議会（慶北議会）", {}, None, [], "慶尚北道議会"),
    "what a state is now": (
        "ザグレブ市（ユーゴスラビア、現クロアチア）",
        {},
        "HR",
        ["ザグレブ市"],
        None,
    ),
    "what it is now, in the column": (
        "ザグレブ市",
        {"country": "ユーゴスラビア（現クロアチア）"},
        "HR",
        ["ザグレブ市"],
        None,
    ),
    "whose a territory is": ("ヌメア市（ニューカレドニア、仏領）", {}, "NC", ["ヌメア市"], None),
    "a city that ends as a dam does": ("アムステルダム", {}, None, ["アムステルダム"], None),
    "a city that ends as a castle does": ("塩城", {}, None, ["塩城"], None),
    "a city that ends as a port does": ("貴港", {}, None, ["貴港"], None),
    "a city called a harbour": ("Coffs Harbour", {}, None, ["Coffs Harbour"], None),
    "a city called a port": ("Port of Spain", {}, None, ["Port of Spain"], None),
    "a city called a college": ("State College", {}, None, ["State College"], None),
    "a dam": ("フーバーダム", {}, None, [], "フーバーダム"),
    "a castle": ("シャンティイ城", {}, None, [], "シャンティイ城"),
    "a harbour": ("Sydney Harbour", {}, None, [], "Sydney Harbour"),
    "a ward that begins with 市": ("青島市市南区", {}, None, ["青島市", "市南区"], None),
    "a ward that begins with 道": ("ハルビン市道里区", {}, None, ["ハルビン市", "道里区"], None),
    "waterworks of a city": (
        "ハイフォン市水道公社",
        {},
        None,
        [],
        "ハイフォン市水道公社",
    ),
    "a university of a state": ("ハワイ州立大学", {}, None, [], "ハワイ州立大学"),
    "a consulate": ("在ホノルル総領事館", {}, None, [], "在ホノルル総領事館"),
    "a city that begins with twin": (
        "Idaho (Twin Falls)",
        {},
        None,
        ["Twin Falls", "Idaho"],
        None,
    ),
    "a footnote in brackets": ("リヨン市（※）", {}, None, ["リヨン市"], None),
    "a port": ("メルボルン港", {}, None, [], "メルボルン港"),
    "a port with its original name": (
        "メルボルン（Melbourne）港",
        {},
        None,
        [],
        "メルボルン（Melbourne）港",
    ),
    "a port in a state": (
        "メルボルン港",
        {"division": "ビクトリア州", "default_country": "オーストラリア"},
        "AU",
        ["ビクトリア州"],
        "メルボルン港",
    ),
    "a port authority in English": (
        "Port of Seattle",
        {"country": "US"},
        "US",
        [],
        "Port of Seattle",
    ),
    "a town that begins as a port": ("Port Hardy", {"country": "CA"}, "CA", ["Port Hardy"], None),
    "a university": ("北京大学", {"country": "中国"}, "CN", [], "北京大学"),
    "a body in brackets": (
        "ブータン王国（王立ブータン研究所）",
        {},
        "BT",
        [],
        "王立ブータン研究所",
    ),
    "a town and county in English": (
        "Buckley, Flintshire",
        {"default_country": "UK"},
        "GB",
        ["Flintshire", "Buckley"],
        None,
    ),
    "a full stop within": (
        "Ottery St. Mary, Devon",
        {"default_country": "UK"},
        "GB",
        ["Devon", "Ottery St. Mary"],
        None,
    ),
    "a country in English": ("Lyon, France", {}, "FR", ["Lyon"], None),
    "a state and a country in English": (
        "Honolulu, Hawaii, USA",
        {},
        "US",
        ["Hawaii", "Honolulu"],
        None,
    ),
    "a state's letters are no country": ("Los Angeles, CA", {}, None, ["CA", "Los Angeles"], None),
    "a state that is a country's name, in its country": (
        "ジョージア",
        {"default_country": "US"},
        "US",
        ["ジョージア"],
        None,
    ),
    "the country itself, elsewhere": ("ジョージア", {"default_country": "FR"}, "GE", [], None),
    "a town that is a country's name, in America": (
        "レバノン（インディアナ州）",
        {},
        None,
        ["インディアナ州", "レバノン"],
        None,
    ),
    "a town that is a country's name, beside its state": (
        "Peru",
        {"division": "Indiana", "default_country": "US"},
        "US",
        ["Indiana", "Peru"],
        None,
    ),
    "a country with the figure of a footnote": (
        "Halifax",
        {"country": "Canada 3"},
        "CA",
        ["Halifax"],
        None,
    ),
    "a state in brackets that is a country's name": (
        "アトランタ市（ジョージア）",
        {"country": "アメリカ"},
        "US",
        ["ジョージア", "アトランタ市"],
        None,
    ),
    "a city's name as it is read": (
        "束草市（ソクチョ市）",
        {"country": "韓国"},
        "KR",
        ["束草市"],
        None,
    ),
    "a country in square brackets before": ("[中国]瀋陽市", {}, "CN", ["瀋陽市"], None),
    "a ministry of a state": (
        "オレゴン州教育省",
        {"country": "アメリカ"},
        "US",
        ["オレゴン州", "教育省"],
        None,
    ),
    "a part of a country with that name": ("ペルー（リマ州）", {}, "PE", ["リマ州"], None),
    "a country in brackets, in English": ("Lyon (France)", {}, "FR", ["Lyon"], None),
    "a country and a name that is a state's too": (
        "Atlanta, Georgia",
        {"country": "USA"},
        "US",
        ["Georgia", "Atlanta"],
        None,
    ),
    "a name that is a state's too, alone": (
        "Atlanta, Georgia",
        {},
        None,
        ["Georgia", "Atlanta"],
        None,
    ),
    "a flag": ("🇺🇸 ポートランド", {}, "US", ["ポートランド"], None),
    "a flag in words": (
        "アメリカ合衆国の旗 ポートランド(アメリカ合衆国 オレゴン州)",
        {},
        "US",
        ["オレゴン州", "ポートランド"],
        None,
    ),
    "the country behind a middle dot": ("西安市・中国", {}, "CN", ["西安市"], None),
    "the country behind a slash": ("西安市／中国", {}, "CN", ["西安市"], None),
    "the country behind a comma": ("西安市,中国", {}, "CN", ["西安市"], None),
    "the country before a slash": ("中国／西安市", {}, "CN", ["西安市"], None),
    "a name that ends as a country": ("イル・ド・フランス", {}, None, ["イル・ド・フランス"], None),
    "an older official name": (
        "ボリビア共和国サンタクルス州",
        {},
        "BO",
        ["サンタクルス州"],
        None,
    ),
    "国 behind the name of a country": ("ジョージア国トビリシ市", {}, "GE", ["トビリシ市"], None),
    "a republic that is a part": (
        "ロシア連邦サハ共和国ヤクーツク市",
        {},
        "RU",
        ["サハ共和国", "ヤクーツク市"],
        None,
    ),
    "a port that begins as a country": (
        "アルバニー港",
        {"default_country": "オーストラリア"},
        "AU",
        [],
        "アルバニー港",
    ),
    "a city named as its state": (
        "ケベック州ケベック",
        {"country": "カナダ"},
        "CA",
        ["ケベック州", "ケベック"],
        None,
    ),
    "a city of the state's name": (
        "ニューヨーク州ニューヨーク市",
        {"country": "米国"},
        "US",
        ["ニューヨーク州", "ニューヨーク市"],
        None,
    ),
    "a city that begins as a township": (
        "鎮江市（中華人民共和国江蘇省鎮江市）",
        {},
        "CN",
        ["江蘇省", "鎮江市"],
        None,
    ),
    "the government of a state": (
        "ハワイ州政府",
        {"country": "米国"},
        "US",
        ["ハワイ州政府"],
        None,
    ),
    "a district far away": (
        "ドイツ連邦共和国 ベルリン市 ミッテ区",
        {},
        "DE",
        ["ベルリン市", "ミッテ区"],
        None,
    ),
    "the reading of kanji": ("釜山市（プサン）", {"country": "韓国"}, "KR", ["釜山市"], None),
    "Hangul": ("부산광역시", {"country": "韓国"}, "KR", ["부산광역시"], None),
    "a territory with its owner": ("グアム（米国）", {}, "GU", [], None),
    "a territory under its owner": ("香港", {"country": "中国"}, "CN", ["香港"], None),
    "a region called by its own name": (
        "沿海地方（ロシア連邦）",
        {},
        "RU",
        ["沿海地方"],
        None,
    ),
    "the country in the state's column, in brackets": (
        "トロント市",
        {"country": "カナダ", "division": "オンタリオ州（カナダ）"},
        "CA",
        ["オンタリオ州", "トロント市"],
        None,
    ),
    "an island in brackets": (
        "ホノルル市（オアフ島）",
        {"country": "米国", "division": "ハワイ州"},
        "US",
        ["ハワイ州", "オアフ島", "ホノルル市"],
        None,
    ),
    "a former state with that of today in the column": (
        "サラエボ",
        {"country": "ボスニア・ヘルツェゴビナ（旧ユーゴスラビア）"},
        "BA",
        ["サラエボ"],
        None,
    ),
    "the side of a country": ("北京市", {"default_country": "中方"}, "CN", ["北京市"], None),
    "a coast that was a country's name": (
        "Gold Coast, Queensland, Australia",
        {},
        "AU",
        ["Queensland", "Gold Coast"],
        None,
    ),
    "Latin letters within": ("ワシントンD.C.（米国）", {}, "US", ["ワシントンD.C."], None),
    "as koryu prints it in English": (
        "South Korea 江原道襄陽郡",
        {},
        "KR",
        ["江原道", "襄陽郡"],
        None,
    ),
    "as koryu prints it in English, in Latin letters": (
        "United Kingdom Buckley, Flintshire",
        {"country": "United Kingdom"},
        "GB",
        ["Flintshire", "Buckley"],
        None,
    ),
    "a city called after its country": (
        "Mexico City",
        {"country": "Mexico"},
        "MX",
        ["Mexico City"],
        None,
    ),
    "the country behind a blank": ("ナポリ市 (Napoli) イタリア", {}, "IT", ["ナポリ市"], None),
    "a state behind which no country stands": (
        "ニューサウスウェールズ州 シドニー市",
        {},
        None,
        ["ニューサウスウェールズ州", "シドニー市"],
        None,
    ),
    "a district in brackets": ("上海市（嘉定区）", {}, None, ["上海市", "嘉定区"], None),
    "a district of Taiwan": ("臺北市(松山區)", {}, None, ["臺北市", "松山區"], None),
    "a county of Taiwan": ("彰化縣鹿港鎮", {}, None, ["彰化縣", "鹿港鎮"], None),
    "a county in simplified kanji": ("四川省名山县", {}, None, ["四川省", "名山县"], None),
    "a part of a country behind it": (
        "イギリス・スコットランド・アバディーン市",
        {},
        "GB",
        ["スコットランド", "アバディーン市"],
        None,
    ),
    "a city named as another country": (
        "コロンビア（米国ミズーリ州）",
        {},
        "US",
        ["ミズーリ州", "コロンビア"],
        None,
    ),
    "a date with words behind it in the bracket of the place": (
        "オルヴィエート市(イタリア共和国ウンブリア州テルニ県・H9.12.12友好都市提携)",
        {},
        "IT",
        ["ウンブリア州", "テルニ県", "オルヴィエート市"],
        None,
    ),
    "a relation in the bracket of the place": (
        "シアトル市（アメリカ・ワシントン州・姉妹都市）",
        {},
        "US",
        ["ワシントン州", "シアトル市"],
        None,
    ),
    "a country with its state behind what lies in it": (
        "グレイターラフィエット(ラフィエット市、ティピカヌー郡:アメリカ合衆国インディアナ州)",
        {},
        "US",
        ["インディアナ州", "ラフィエット市", "ティピカヌー郡", "グレイターラフィエット"],
        None,
    ),
    "a county in brackets behind the province": (
        "全羅南道徳津面(霊岩郡)",
        {},
        None,
        ["全羅南道", "霊岩郡", "徳津面"],
        None,
    ),
    "a country with its state behind a blank": (
        "サクラメント市　アメリカ合衆国カリフォルニア州",
        {},
        "US",
        ["カリフォルニア州", "サクラメント市"],
        None,
    ),
    "a country behind a colon": ("西安市：中国", {}, "CN", ["西安市"], None),
    "a well-known state and its country in brackets, in English": (
        "Sacramento (California, USA)",
        {},
        "US",
        ["California", "Sacramento"],
        None,
    ),
    "a country with a comma in brackets": (
        "Seoul (Korea, Republic of)",
        {},
        "KR",
        ["Seoul"],
        None,
    ),
    "a territory by its owner": ("アメリカ領グアム", {}, "GU", [], None),
    "a country behind the original": (
        "ポートランド市　Portland　アメリカ",
        {},
        "US",
        ["ポートランド市"],
        None,
    ),
    "a country in English below the name": ("リヨン市\nFrance", {}, "FR", ["リヨン市"], None),
    "a name in Latin letters below the country": (
        "アメリカ\nPortland",
        {},
        "US",
        ["Portland"],
        None,
    ),
    "the original between the name and the bracket": (
        "ポートランド市\nPortland\n（アメリカ合衆国オレゴン州）",
        {},
        "US",
        ["オレゴン州", "ポートランド市"],
        None,
    ),
    "a country in pointed brackets": (
        "ポートランド市‹アメリカ›",
        {},
        "US",
        ["ポートランド市"],
        None,
    ),
    "a country in wide pointed brackets": (
        "ポートランド市＜アメリカ＞",
        {},
        "US",
        ["ポートランド市"],
        None,
    ),
    "its name in Japanese in brackets": (
        "Lyon（リヨン市）",
        {"country": "フランス"},
        "FR",
        ["Lyon"],
        None,
    ),
    "a taiwanese city": ("台北市(中華民国)", {}, "TW", ["台北市"], None),
    "a region named as a city of Japan, with its country": (
        "府中市",
        {"country": "韓国"},
        "KR",
        ["府中市"],
        None,
    ),
}


@pytest.mark.parametrize(
    ("cell", "others", "country", "divisions", "body"),
    UNDERSTOOD.values(),
    ids=UNDERSTOOD.keys(),
)
def test_a_cell_that_is_understood(
    cell: str, others: dict[str, Any], country: str | None, divisions: list[str], body: str | None
) -> None:
    [side] = overseas_sides(cell, **others)
    [government] = side.governments
    assert side.problems == []
    assert (government["country"], government["divisions"], government["body"]) == (
        country,
        divisions,
        body,
    )


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        pytest.param("１\u3000リヨン市", "リヨン市", id="without its number"),
        pytest.param("③リヨン(フランス共和国)", "リヨン", id="without country and mark"),
        pytest.param("米国ハワイ州\nホノルル市", "米国ハワイ州ホノルル市", id="with its country"),
        pytest.param("ホノルル市（米国ハワイ州）", "ホノルル市", id="without its place"),
        pytest.param(
            "フランクフルト市(Frankfurt am Main)",
            "フランクフルト市(Frankfurt am Main)",
            id="with the original",
        ),
        pytest.param("鄭州市・洛陽市（中国）", "鄭州市・洛陽市", id="of two"),
        pytest.param("豪ニューサウスウェールズ州", "豪ニューサウスウェールズ州", id="of a state"),
        pytest.param("ミュンヘン市\nMünchen", "ミュンヘン市（München）", id="with that on a line"),
        pytest.param("瀋陽市 Shenyang City", "瀋陽市（Shenyang City）", id="with that on its line"),
        pytest.param("リヨン市／Lyon", "リヨン市（Lyon）", id="with that behind a stroke"),
        pytest.param(
            "ポートランド市\nPortland, Oregon",
            "ポートランド市（Portland, Oregon）",
            id="with a comma in it",
        ),
        pytest.param(
            "バード・ゾーデン・\nアム・タウヌス市",
            "バード・ゾーデン・アム・タウヌス市",
            id="without a line end behind a dot",
        ),
        pytest.param(
            "グルノーブル－\nアルプ市",
            "グルノーブル－アルプ市",
            id="without a line end behind a hyphen",
        ),
        pytest.param("ハワイ州（Hawaii）", "ハワイ州（Hawaii）", id="with that of a state"),
        pytest.param(
            "シンガポール（Singapore）", "シンガポール（Singapore）", id="with that of a country"
        ),
        pytest.param("ハワイ（USA）", "ハワイ", id="without the country of a state"),
        pytest.param("スコットランド（UK）", "スコットランド", id="without the country of a part"),
        pytest.param("Buckley, Flintshire", "Buckley, Flintshire", id="with its county"),
        pytest.param("中国(上海市)", "中国上海市", id="country and city"),
        pytest.param("「ホノルル市」", "ホノルル市", id="without quotation marks"),
        pytest.param("\ufeffホノルル市\u200b", "ホノルル市", id="without invisible characters"),
        pytest.param("ナホトカ\n市\n（ロシア）", "ナホトカ市", id="without a line end in it"),
        pytest.param("Lyon（リヨン市）", "Lyon（リヨン市）", id="with its Japanese name"),
        pytest.param("USA（ポートランド市）", "USAポートランド市", id="a country, no Latin name"),
        pytest.param("Lyon（旧リヨン町）", "Lyon", id="without a former name"),
        pytest.param("Portland（オレゴン州）", "Portland", id="without its state in Japanese"),
        pytest.param("大邱(テグ)広域市", "大邱(テグ)広域市", id="with a reading in it"),
        pytest.param("（韓国）", "韓国", id="only a country"),
        pytest.param("South Korea 江原道", "江原道", id="without its country in English"),
        pytest.param("苗栗県頭[イ分]市", "苗栗県頭[イ分]市", id="with parts of a character"),
    ],
)
def test_the_name_is_what_the_cell_has(cell: str, name: str) -> None:
    [side] = overseas_sides(cell)
    assert side.governments[0]["name"] == name


@pytest.mark.parametrize(
    ("cell", "dates", "words"),
    [
        ("上海市(中国)→友好都市", [], ["友好都市"]),
        ("カワーサレイクス市（旧リンゼイ町）", [], ["旧リンゼイ町"]),
        ("呉江市（現在の蘇州市呉江区）", [], ["現在の蘇州市呉江区"]),
        ("呉江市（現蘇州市）", [], ["現蘇州市"]),
        ("Albany (former)", [], ["former"]),
        ("上海市（Sister City）", [], ["Sister City"]),
        ("Albany (Sister City, 1985)", ["1985"], ["Sister City"]),
        ("鎮海市（現：昌原市）", [], ["現昌原市"]),
        ("鎮海市（現在: 昌原市）", [], ["現昌原市"]),
        ("カワーサレイクス市（旧：リンゼイ町）", [], ["旧リンゼイ町"]),
        ("米国ハワイ州\n1985年6月14日", ["1985年6月14日"], []),
        ("釧路港(1965)", ["1965"], []),
        ("釜山広域市 姉妹都市", [], ["姉妹都市"]),
        ("サンパウロ市（再締結）", [], ["再締結"]),
        ("上海市（2005年解消）", [], ["2005年解消"]),
        ("上海市※2005年解消", [], ["2005年解消"]),
        ("上海市（1989.10.12締結）", ["1989.10.12"], []),
        ("サンノゼ市（アメリカ）1957", ["1957"], []),
        ("アウクスブルク市（ドイツ）S34.4.7", ["S34.4.7"], []),
        ("リヨン市（フランス）昭和34(1959)年4月7日", ["昭和34(1959)年4月7日"], []),
        ("リヨン市 昭和34（1959）年4月7日 提携", ["昭和34（1959）年4月7日"], []),
        ("大連市(中国遼寧省)※1", [], []),
        ("セントポール市（アメリカ合衆国ミネソタ州）1955.12.7", ["1955.12.7"], []),
        ("上海市（中国・昭和55年4月1日）", ["昭和55年4月1日"], []),
        ("上海市（友好都市、1980年）【★詳細⇒】", ["1980年"], ["友好都市"]),
        ("承徳市(中国河北省・S62.10.6友好都市提携)", ["S62.10.6"], ["友好都市提携"]),
        ("シアトル市（アメリカ・姉妹都市）", [], ["姉妹都市"]),
        ("営口市(中国遼寧省・S62.9.26提携)", ["S62.9.26"], []),
        ("ハワイ郡(昭和37(1962)年2月12日 提携)", ["昭和37(1962)年2月12日"], []),
    ],
)
def test_what_stands_beside_a_name(cell: str, dates: list[str], words: list[str]) -> None:
    [side] = overseas_sides(cell)
    assert (side.dates, side.words) == (dates, words)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param(
            "蘇州市（中国・江蘇省・1988年4月1日）、リヨン市（フランス、1990年）",
            [("CN", ["江蘇省", "蘇州市"], ["1988年4月1日"]), ("FR", ["リヨン市"], ["1990年"])],
            id="with 、",
        ),
        pytest.param(
            "ベルリン市（ドイツ）・パリ市（フランス）",
            [("DE", ["ベルリン市"], []), ("FR", ["パリ市"], [])],
            id="with a middle dot",
        ),
        pytest.param(
            "①ベルリン市（ドイツ）\n②パリ市（フランス）",
            [("DE", ["ベルリン市"], []), ("FR", ["パリ市"], [])],
            id="on lines",
        ),
        pytest.param(
            "ベルリン市\n（ドイツ）\nパリ市\n（フランス）",
            [("DE", ["ベルリン市"], []), ("FR", ["パリ市"], [])],
            id="with brackets on lines of their own",
        ),
        pytest.param(
            "(1) ベルリン市（ドイツ）\n(2) パリ市（フランス）",
            [("DE", ["ベルリン市"], []), ("FR", ["パリ市"], [])],
            id="with numbers in brackets on lines",
        ),
        pytest.param(
            "アメリカ：ポートランド市、韓国ソウル特別市",
            [("US", ["ポートランド市"], []), ("KR", ["ソウル特別市"], [])],
            id="with their countries before them",
        ),
        pytest.param(
            "Bath (UK), Lyon (France)",
            [("GB", ["Bath"], []), ("FR", ["Lyon"], [])],
            id="in English",
        ),
    ],
)
def test_several_agreements_in_a_cell(
    cell: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    sides = overseas_sides(cell)
    assert [
        (side.governments[0]["country"], side.governments[0]["divisions"], side.dates)
        for side in sides
    ] == expected
    assert [side.problems for side in sides] == [[]] * len(sides)


@pytest.mark.parametrize(
    "cell",
    [
        "ホノルル市、福州市",
        "ソウル特別市\n釜山広域市",
        "A市（米国）、B市",
        "上海市\nSister City",
        "メキシコ市、パナマ市",
    ],
)
def test_several_names_that_nothing_parts_are_kept_with_a_problem(cell: str) -> None:
    [side] = overseas_sides(cell)
    [problem] = side.problems
    assert problem.field == "overseas"
    assert "提携先がいくつもあります" in problem.message
    assert side.governments[0]["name"] == cell.replace("\n", "、").replace("（米国）", "")


@pytest.mark.parametrize(
    "cell",
    [
        "江蘇省・浙江省",
        "忠清北道・忠清南道",
        "リヨン市 ほか1市",
        "リヨン市他２市",
        "リヨン市ほか六市",
        "リヨン市など",
        "甲市と乙市",
        "甲市＋乙市",
        "ポートランド市 シアトル市",
        "Portland; Seattle",
        "Portland, Oregon / Munich, Bavaria",
    ],
)
def test_what_cannot_lie_in_each_other_are_several(cell: str) -> None:
    [side] = overseas_sides(cell)
    assert ["提携先がいくつもあります" in each.message for each in side.problems] == [True]
    assert side.governments[0]["divisions"] == [cell]


AMBIGUOUS = {
    "in the column": ("キンシャサ市", "コンゴ", "country"),
    "in brackets": ("キンシャサ市（コンゴ）", "", "overseas"),
}


@pytest.mark.parametrize(("cell", "country", "field"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_a_word_for_several_countries_is_a_problem_that_names_them(
    cell: str, country: str, field: str
) -> None:
    [side] = overseas_sides(cell, country=country)
    [problem] = side.problems
    assert problem.field == field
    assert "コンゴ民主共和国（CD）、コンゴ共和国（CG）" in problem.message
    assert side.governments[0]["divisions"] == ["キンシャサ市"]
    assert side.governments[0]["country"] is None


@pytest.mark.parametrize(
    ("cell", "country"),
    [("アメリカ（ポートランド市、シアトル市）", "US"), ("中国（江蘇省、浙江省）", "CN")],
)
def test_several_places_in_the_bracket_of_a_country_are_a_problem(cell: str, country: str) -> None:
    [side] = overseas_sides(cell)
    [problem] = side.problems
    assert "提携先がいくつもあります" in problem.message
    assert (side.governments[0]["name"], side.governments[0]["country"]) == (cell, country)


@pytest.mark.parametrize(
    ("cell", "divisions"),
    [
        ("アメリカ（ポートランド市）", ["ポートランド市"]),
        ("アメリカ（オレゴン州、ポートランド市）", ["オレゴン州", "ポートランド市"]),
        ("アメリカ（ハワイ、ホノルル市）", ["ハワイ", "ホノルル市"]),
        ("中国（北京市、高碑店村）", ["北京市", "高碑店村"]),
        ("カナダ（アルバータ、エドモントン市）", ["アルバータ", "エドモントン市"]),
        ("ニュージーランド（北島、オークランド市）", ["北島", "オークランド市"]),
        ("中国（上海市、嘉定区）", ["上海市", "嘉定区"]),
    ],
)
def test_a_chain_in_the_bracket_of_a_country_is_one_place(cell: str, divisions: list[str]) -> None:
    [side] = overseas_sides(cell)
    assert (side.governments[0]["divisions"], side.problems) == (divisions, [])


@pytest.mark.parametrize(
    ("cell", "others", "message"),
    [
        (
            "日南市",
            {},
            "「日南市」は国内の自治体です（宮崎県日南市）。海外の自治体なら国を書いてください。",
        ),
        (
            "川崎市",
            {},
            "「川崎市」は国内の自治体です（神奈川県川崎市）。海外の自治体なら国を書いてください。",
        ),
        (
            "奈良市",
            {"country": "日本"},
            "「奈良市」は国内の提携先です。海外との協定ではありません。",
        ),
        (
            "「日南市」",
            {},
            "「日南市」は国内の自治体です（宮崎県日南市）。海外の自治体なら国を書いてください。",
        ),
        ("奈良市（日本）", {}, "「奈良市」は国内の提携先です。海外との協定ではありません。"),
        ("松本市（長野県）", {}, "「松本市」は国内の提携先です。海外との協定ではありません。"),
    ],
)
def test_a_partner_in_japan_is_no_overseas_side(
    cell: str, others: dict[str, Any], message: str
) -> None:
    [side] = overseas_sides(cell, **others)
    assert side.governments == []
    assert side.problems == [("overseas", message)]


def test_a_country_that_is_none_is_a_problem_of_its_cell() -> None:
    [side] = overseas_sides("北京市", country="間国")
    [(field, message)] = side.problems
    assert field == "country"
    assert "「間国」という国はありません。もしかして: 韓国" in message
    assert side.words == ["間国"]
    assert side.governments[0] == _government("北京市", ["北京市"])


@pytest.mark.parametrize("name", ["大連市", "川崎市", "ハワイ州"])
def test_a_column_of_two_countries_is_a_problem_and_neither_holds(name: str) -> None:
    [side] = overseas_sides(name, country="中国・アメリカ")
    assert side.problems == [("country", "国が一つに決まりません（中国、アメリカ）。")]
    assert side.governments == [_government(name, [name])]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("中国・アメリカ", "中国、アメリカ"),
        ("アメリカ、中国", "アメリカ、中国"),
        ("China, USA", "China、USA"),
    ],
)
def test_two_countries_are_named_in_the_order_of_their_cell(cell: str, words: str) -> None:
    [side] = overseas_sides("大連市", country=cell)
    assert side.problems == [("country", f"国が一つに決まりません（{words}）。")]


@pytest.mark.parametrize("cell", ["鄭州市・洛陽市（中国）", "甲市及び乙市（米国）"])
def test_two_partners_with_one_bracket_are_a_problem(cell: str) -> None:
    [side] = overseas_sides(cell)
    [problem] = side.problems
    assert "には提携先がいくつもあります" in problem.message


def test_a_country_of_one_character_may_stand_before_a_state() -> None:
    [side] = overseas_sides("甲市(豪ニューサウスウェールズ州)")
    [government] = side.governments
    assert government["country"] == "AU"
    assert government["divisions"] == ["ニューサウスウェールズ州", "甲市"]


def test_a_mark_alone_in_the_column_of_the_country_is_a_problem() -> None:
    [side] = overseas_sides("上海市", country="①")
    [problem] = side.problems
    assert problem.message.startswith("「①」という国はありません")


def test_other_words_in_the_column_of_the_country_are_kept() -> None:
    [side] = overseas_sides("大連市", country="中国（東北部）")
    assert (side.problems, side.words) == ([], ["東北部"])


LISTS_IN_A_CELL = {
    "及び": "オデッサ市（ウクライナ）及び大連市（中国）",
    "および": "オデッサ市（ウクライナ） および 大連市（中国）",
    "numbers in circles": "①オデッサ市（ウクライナ）②大連市（中国）",
}


@pytest.mark.parametrize("cell", LISTS_IN_A_CELL.values(), ids=LISTS_IN_A_CELL)
def test_partners_with_their_own_brackets_are_several(cell: str) -> None:
    governments = [government for side in overseas_sides(cell) for government in side.governments]
    assert [(each["country"], each["divisions"]) for each in governments] == [
        ("UA", ["オデッサ市"]),
        ("CN", ["大連市"]),
    ]


@pytest.mark.parametrize(
    ("cell", "country", "words"),
    [("北京市(台湾)", "中国", ["台湾"]), ("北京市(中国、台湾)", "", ["中国", "台湾"])],
)
def test_two_countries_are_a_problem_and_their_words_are_kept(
    cell: str, country: str, words: list[str]
) -> None:
    [side] = overseas_sides(cell, country=country)
    assert side.problems == [("country", "国が一つに決まりません（中国、台湾）。")]
    assert side.words == words
    assert side.governments[0]["country"] is None


def test_a_state_that_is_no_more_keeps_its_name_or_is_said() -> None:
    [soviet] = overseas_sides("ナホトカ市（旧ソ連）")
    assert soviet.governments[0]["country_name"] == "ソ連"
    [german] = overseas_sides("ドレスデン市（旧東ドイツ）")
    assert german.governments[0]["country_name"] == "ドイツ"
    assert german.notices == ["東ドイツは今のドイツです。"]


@pytest.mark.parametrize("each", countries(), ids=lambda each: each.alpha2)
def test_what_koryu_prints_of_a_partner_is_read_again(each: Country) -> None:
    for name in filter(None, (each.name, each.official)):
        [side] = overseas_sides(f"{name} 東州西市")
        if each.alpha2 == "JP":
            assert side.governments == []
            continue
        [government] = side.governments
        assert (government["country"], government["country_name"]) == (each.alpha2, each.name)
        assert government["divisions"] == ["東州", "西市"]
        assert side.problems == []


def test_a_blank_cell_names_no_side() -> None:
    [side] = overseas_sides("  ")
    assert side == ([], [], [], [], [])


def _government(name: str, divisions: list[str]) -> dict[str, Any]:
    return {
        "name": name,
        "country": None,
        "country_name": None,
        "divisions": divisions,
        "body": None,
    }
