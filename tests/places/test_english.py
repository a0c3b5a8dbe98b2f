"""The English names of Japanese governments, and finding them by such names."""

import pytest

from koryu_cli.places.english import english_municipality, english_name, english_prefecture
from koryu_cli.places.municipalities import explain, find_municipalities
from koryu_cli.places.prefectures import find_prefecture, prefectures
from koryu_cli.places.romanization import romaji_key, romanize
from koryu_cli.places.table import every

PREFECTURES = """
Hokkaido, Aomori, Iwate, Miyagi, Akita, Yamagata, Fukushima, Ibaraki, Tochigi, Gunma, Saitama,
Chiba, Tokyo, Kanagawa, Niigata, Toyama, Ishikawa, Fukui, Yamanashi, Nagano, Gifu, Shizuoka, Aichi,
Mie, Shiga, Kyoto, Osaka, Hyogo, Nara, Wakayama, Tottori, Shimane, Okayama, Hiroshima, Yamaguchi,
Tokushima, Kagawa, Ehime, Kochi, Fukuoka, Saga, Nagasaki, Kumamoto, Oita, Miyazaki, Kagoshima,
Okinawa
"""

MUNICIPALITIES = {
    # long vowels
    "大阪市": "Osaka City",
    "神戸市": "Kobe City",
    "京都市": "Kyoto City",
    "高知市": "Kochi City",
    "大分市": "Oita City",
    "甲府市": "Kofu City",
    "調布市": "Chofu City",
    "八王子市": "Hachioji City",
    "東京都中央区": "Chuo Ward",
    "北九州市": "Kitakyushu City",
    "上越市": "Joetsu City",
    "龍ケ崎市": "Ryugasaki City",
    "青梅市": "Ome City",
    "大網白里市": "Oamishirasato City",
    "郡山市": "Koriyama City",
    "蒲郡市": "Gamagori City",
    "遠野市": "Tono City",
    "十日町市": "Tokamachi City",
    "泉大津市": "Izumiotsu City",
    "新宮市": "Shingu City",
    "善通寺市": "Zentsuji City",
    "周南市": "Shunan City",
    "まんのう町": "Manno Town",
    "佐那河内村": "Sanagochi Village",
    # two words meet
    "豊岡市": "Toyooka City",
    "豊丘村": "Toyooka Village",
    "広尾町": "Hiroo Town",
    "桑折町": "Koori Town",
    "真岡市": "Mooka City",
    "曽於市": "Soo City",
    "西之表市": "Nishinoomote City",
    "豊後大野市": "Bungoono City",
    "周防大島町": "Suooshima Town",
    "瀬戸内市": "Setouchi City",
    "山ノ内町": "Yamanouchi Town",
    "輪之内町": "Wanouchi Town",
    "滝上町": "Takinoue Town",
    "小海町": "Koumi Town",
    "琴浦町": "Kotoura Town",
    "豊浦町": "Toyoura Town",
    "勝浦市": "Katsuura City",
    "松浦市": "Matsuura City",
    "那智勝浦町": "Nachikatsuura Town",
    # ん
    "丹波市": "Tanba City",
    "本別町": "Honbetsu Town",
    "仙北市": "Senboku City",
    "三豊市": "Mitoyo City",
    "南丹市": "Nantan City",
    "観音寺市": "Kanonji City",
    "南陽市": "Nanyo City",
    "天栄村": "Tenei Village",
    # っ
    "札幌市": "Sapporo City",
    "鳥取市": "Tottori City",
    "別府市": "Beppu City",
    "福生市": "Fussa City",
    "倶知安町": "Kutchan Town",
    "六ヶ所村": "Rokkasho Village",
    "真狩村": "Makkari Village",
    # 町 read ちょう and まち, 村 read むら and そん
    "智頭町": "Chizu Town",
    "三戸町": "Sannohe Town",
    "森町(北海道)": "Mori Town",
    "読谷村": "Yomitan Village",
    "白川村": "Shirakawa Village",
    "余市町": "Yoichi Town",
    # other sounds
    "千葉市": "Chiba City",
    "津市": "Tsu City",
    "富士市": "Fuji City",
    "宍粟市": "Shiso City",
    "会津若松市": "Aizuwakamatsu City",
    "伊達市(北海道)": "Date City",
    "さいたま市": "Saitama City",
    "ニセコ町": "Niseko Town",
    "南アルプス市": "Minami-Alps City",
    # wards
    "世田谷区": "Setagaya Ward",
    "札幌市中央区": "Chuo Ward, Sapporo City",
    "広島市西区": "Nishi Ward, Hiroshima City",
    "静岡市清水区": "Shimizu Ward, Shizuoka City",
    "京都市右京区": "Ukyo Ward, Kyoto City",
    # of old
    "白峰村": "Shiramine Village",
    "篠山市": "Sasayama City",
}


def test_every_prefecture() -> None:
    names = [name.strip() for name in PREFECTURES.split(",")]
    expected = [name if name in ("Hokkaido", "Tokyo") else f"{name} Prefecture" for name in names]
    assert [english_prefecture(each.name) for each in prefectures()] == expected
    assert [english_name(find_municipalities(each.name)[0]) for each in prefectures()] == expected


@pytest.mark.parametrize(("name", "expected"), MUNICIPALITIES.items())
def test_a_municipality(name: str, expected: str) -> None:
    [found] = find_municipalities(name)
    assert english_name(found) == expected
    assert english_municipality(found.name, found.kana) == expected


@pytest.mark.parametrize(
    ("name", "kana"),
    [("札幌市", None), ("札幌市", ""), ("札幌市", "さっぽろ"), ("札幌市中央区", "ちゅうおうく")],
)
def test_without_its_whole_reading_a_name_stays_as_it_is(name: str, kana: str | None) -> None:
    assert english_municipality(name, kana) == name


def test_every_name_of_today_is_found_by_its_english_name() -> None:
    today = [each for each in every() if each.abolished is None]
    assert [each for each in today if each not in find_municipalities(english_name(each))] == []


def test_a_prefecture_behind_it_tells_all_names_apart_but_two() -> None:
    today = [each for each in every() if each.abolished is None and each.name]
    shared = {
        in_full
        for each in today
        if find_municipalities(
            in_full := f"{english_name(each)}, {english_prefecture(each.prefecture)}"
        )
        != (each,)
    }
    assert shared == {"Esashi Town, Hokkaido", "Tomari Village, Hokkaido"}


def test_every_municipality_has_an_english_name() -> None:
    assert [each for each in every() if not english_name(each).isascii()] == []


IN_LATIN = {
    "with City": ("Sapporo City", "札幌市"),
    "with City of": ("City of Sapporo", "札幌市"),
    "with -shi": ("Sapporo-shi", "札幌市"),
    "with a prefecture": ("Beppu, Oita", "別府市"),
    "with both": ("Yoichi Town, Hokkaido", "余市町"),
    "with a prefecture in full": ("Komatsu City, Ishikawa Prefecture, Japan", "小松市"),
    "with a prefecture in brackets": ("Sannohe Town (Aomori)", "三戸町"),
    "with a county": ("Oma Town, Shimokita District, Aomori", "大間町"),
    "with a long vowel marked": ("Tōno City", "遠野市"),
    "with a circumflex": ("Kôchi City", "高知市"),
    "with oh": ("Ohtsu City", "大津市"),
    "by another system": ("Hukusima City", "福島市"),
    "with m for ん": ("Tamba City", "丹波市"),
    "with its kind in brackets": ("Kyoto (City)", "京都市"),
    "with uh": ("Kitakyuhshu City", "北九州市"),
    "with cch": ("Kucchan-cho", "倶知安町"),
    "the city of its prefecture's name": ("Kyoto, Kyoto", "京都市"),
    "behind its prefecture": ("Hokkaido, Sapporo", "札幌市"),
    "behind its prefecture in full": ("Hyogo Prefecture, Kobe City", "神戸市"),
    "a city with a ward of its name": ("Sakai, Osaka", "堺市"),
    "a ward": ("Chuo-ku, Sapporo", "札幌市中央区"),
    "a ward without its kind": ("Hyogo, Kobe", "神戸市兵庫区"),
    "a former town with the city of today": ("Iwaki Town (Hirosaki City)", "岩木町"),
    "a special ward, as it calls itself": ("Setagaya City, Tokyo", "世田谷区"),
    "a prefecture": ("Aomori Prefecture", ""),
    "a prefecture with -ken": ("Hyôgo-ken", ""),
    "Hokkaido alone": ("Hokkaido", ""),
    "Tokyo alone": ("TOKYO", ""),
    "full width": ("Ｓａｐｐｏｒｏ　Ｃｉｔｙ", "札幌市"),
}


@pytest.mark.parametrize(("text", "name"), IN_LATIN.values(), ids=IN_LATIN.keys())
def test_a_text_in_latin_letters_that_names_one(text: str, name: str) -> None:
    assert [each.name for each in find_municipalities(text)] == [name]


def test_the_column_of_the_prefecture_is_enough() -> None:
    assert [each.name for each in find_municipalities("Beppu", "大分県")] == ["別府市"]


@pytest.mark.parametrize(
    "text", ["Kyoto", "Sapporo", "Saporo City", "Akune City, Kumamoto", "Sapporo Town", "City", ","]
)
def test_a_text_in_latin_letters_that_names_none(text: str) -> None:
    assert find_municipalities(text) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Kyoto",
            (
                "「Kyoto」では決まりません。京都府（Kyoto Prefecture）、"
                "京都府京都市（Kyoto City, Kyoto）のように書いてください。"
            ),
        ),
        (
            "Akune City, Kumamoto",
            (
                "「Akune City, Kumamoto」では決まりません。"
                "鹿児島県阿久根市（Akune City, Kagoshima）のように書いてください。"
            ),
        ),
        (
            "Ono City",
            (
                "「Ono City」は一つではありません（福井県大野市、兵庫県小野市）。"
                "都道府県（と郡）を添えてください。"
            ),
        ),
        (
            "Saporo City",
            (
                "「Saporo City」という自治体はありません。"
                "「Sapporo City」「Yoichi Town, Hokkaido」のように書いてください。"
            ),
        ),
    ],
)
def test_what_is_said_of_a_text_that_names_not_one(text: str, message: str) -> None:
    assert explain(text) == message


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("滋賀県", "shiga siga Shiga-ken SHIGA"),
        ("群馬県", "gunma gumma Gumma-ken"),
        ("東京都", "tokyo Tōkyō toukyou Tôkyô-to tookyoo Tokyo_Metropolis"),
        ("大阪府", "osaka Ohsaka Oosaka Ōsaka-fu Osaka_Prefecture"),
        ("高知県", "kochi Kôchi kouchi kooti Kohchi"),
        ("兵庫県", "hyogo hyougo Hyōgo Hyohgo"),
        ("千葉県", "chiba tiba"),
        ("静岡県", "shizuoka sizuoka"),
        ("福島県", "fukushima hukusima"),
        ("岐阜県", "gifu gihu"),
        ("愛知県", "aichi aiti"),
        ("大分県", "oita ooita Ōita"),
        ("北海道", "hokkaido hokkaidou Hokkaidō Hokkai-do"),
    ],
)
def test_a_prefecture_in_every_common_spelling(name: str, spellings: str) -> None:
    found = {word: find_prefecture(word.replace("_", " ")).name for word in spellings.split()}
    assert found == dict.fromkeys(found, name)


def test_every_name_keeps_its_key_when_it_is_romanized() -> None:
    """What is written by the rule is found by the rule."""
    for each in prefectures():
        assert romaji_key(romanize(each.spellings()[3])) == romaji_key(each.romaji)
