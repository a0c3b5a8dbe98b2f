"""Which spellings are equal, and which are not."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.text import fold, forms

SAME = {
    "full-width Latin": ("ＩＣＴ", "ICT"),
    "case": ("south korea", "SOUTH KOREA"),
    "full-width digits": ("平成２４年", "平成24年"),
    "sharp s": ("Straße", "STRASSE"),
    "macron": ("Tōkyō", "Tokyo"),
    "macron, decomposed": ("To\u0304kyo\u0304", "TOKYO"),
    "cedilla": ("Curaçao", "curacao"),
    "Vietnamese": ("Khánh Hòa", "Khanh Hoa"),
    "half-width katakana": ("ﾍﾞﾄﾅﾑ", "ベトナム"),
    "half-width semi-voiced": ("ﾊﾟﾘ", "パリ"),
    "combining voicing mark": ("か\u3099", "が"),
    "combining semi-voicing mark": ("ハ\u309a", "パ"),
    "spacing voicing mark": ("か゛", "が"),
    "spacing semi-voicing mark": ("ハ゜", "ぱ"),
    "voiced, decomposed, on ケ": ("ケ\u3099ーム", "ゲーム"),
    "hiragana and katakana": ("さっぽろ", "サッポロ"),
    "vu": ("ゔぇとなむ", "ヴェトナム"),
    "va": ("ヷ", "ワ\u3099"),
    "small e": ("フェ", "フエ"),
    "small tsu": ("サッポロ", "サツポロ"),
    "small ya": ("キャンベラ", "キヤンベラ"),
    "small ke by itself": ("1ヶ", "1ケ"),
    "small Ainu kana": ("アイヌモシㇼ", "アイヌモシリ"),
    "long vowel, half-width": ("ﾊﾟｰﾄﾅｰ", "パートナー"),
    "minus for long vowel": ("パ－トナ－", "パートナー"),
    "dash for long vowel": ("パ―トナ―", "パートナー"),
    "hyphen for long vowel": ("パ‐トナ‐", "パートナー"),
    "wave dash for long vowel": ("ら〜めん", "らーめん"),
    "hyphens": ("03-1234", "03－1234"),
    "en dash": ("2008–2012", "2008-2012"),
    "full-width tilde and wave dash": ("平成6～11年", "平成6〜11年"),
    "middle dots": ("イル・ド・フランス", "イルドフランス"),
    "half-width middle dot": ("イル･ド･フランス", "イル・ド・フランス"),
    "Latin middle dot": ("イル·ド·フランス", "イル・ド・フランス"),
    "full-width blank": ("カナダ　ブリティッシュコロンビア州", "カナダブリティッシュコロンビア州"),
    "blank": ("カナダ ブリティッシュコロンビア州", "カナダブリティッシュコロンビア州"),
    "blank between words": ("South Korea", "south\u00a0  korea"),
    "blank left out": ("South Korea", "southkorea"),
    "zero-width space": ("札\u200b幌", "札幌"),
    "soft hyphen": ("co\u00adoperation", "cooperation"),
    "byte order mark": ("\ufeff札幌", "札幌"),
    "variation selector": ("葛\U000e0100飾", "葛飾"),
    "standardized variation": ("神\ufe00奈川", "神奈川"),
    "compatibility ideograph": ("\ufa19奈川", "神奈川"),
    "Kangxi radical": ("⽇本", "日本"),
    "CJK radical": ("⻑崎", "長崎"),
    "square era name": ("㍻24年", "平成24年"),
    "square company": ("㈱川崎", "(株)川崎"),
    "Roman numeral": ("第Ⅱ期", "第II期"),
    "repeated kanji": ("佐々木", "佐佐木"),
    "repeated kanji, vertical": ("人〻", "人々"),
    "repeated word": ("部分々々", "部分部分"),
    "repeated word before kana": ("馬鹿々々しい", "馬鹿馬鹿しい"),
    "repeated old form": ("樣々", "様様"),
    "repeated hiragana": ("こゝろ", "こころ"),
    "repeated katakana": ("バナヽ", "バナナ"),
    "repeated and voiced": ("いすゞ", "いすず"),
    "repeated and voiced katakana": ("イスヾ", "イスズ"),
    "repeated without its voice": ("づゝ", "づつ"),
    "old forms": ("瀋陽市自來水總公司", "瀋陽市自来水総公司"),
    "old forms of one new form": ("辨瓣辯", "弁弁弁"),
    "ladder taka": ("髙橋", "高橋"),
    "standing saki": ("山﨑", "山崎"),
    "hama": ("横濵", "横浜"),
    "nabe": ("渡邉", "渡邊"),
    "nabe, new": ("渡邉", "渡辺"),
    "shima": ("長嶋", "長島"),
    "hashi": ("槗本", "橋本"),
    "yoshi": ("𠮷野", "吉野"),
    "Heilongjiang": ("黑龍江省", "黒竜江省"),
    "Yantai": ("烟台", "煙臺"),
    "ヶ ケ": ("六ヶ所村", "六ケ所村"),
    "ヶ が": ("霞ヶ関", "霞が関"),
    "ケ が": ("龍ケ崎市", "竜が崎市"),
    "ヶ half-width ケ": ("茅ヶ崎", "茅ｹ崎"),
    "ヵ か": ("三ヵ国", "三か国"),
    "カ ヶ": ("3カ国", "３ヶ国"),
    "か ヶ after a numeral": ("6か月", "6ヶ月"),
    "ヶ after a repeated kanji": ("代々ヶ原", "代代が原"),
}

DIFFERENT = {
    "voiced": ("は", "ば"),
    "semi-voiced": ("は", "ぱ"),
    "voiced and semi-voiced": ("ば", "ぱ"),
    "voiced ka": ("かき", "がき"),
    "voiced ke": ("ケ", "ゲ"),
    "か and が between kana": ("ひか", "ひが"),
    "か and が before kana": ("国から", "国がら"),
    "か and が between kanji, no numeral": ("東京か大阪", "東京が大阪"),
    "okurigana け": ("受け入れ", "受が入れ"),
    "ケ in a word": ("コケ類", "コガ類"),
    "カ in a word": ("アフリカ大陸", "アフリガ大陸"),
    "ヶ at the end": ("六ヶ", "六が"),
    "one and long vowel": ("一", "ー"),
    "two and ni": ("二", "ニ"),
    "power and ka": ("力", "カ"),
    "mouth and ro": ("口", "ロ"),
    "craft and e": ("工", "エ"),
    "evening and ta": ("夕", "タ"),
    "divination and to": ("卜", "ト"),
    "eight and ha": ("八", "ハ"),
    "earth and warrior": ("土", "士"),
    "end and not yet": ("末", "未"),
    "day and say": ("日", "曰"),
    "thousand and dry": ("千", "干"),
    "sai of Saito": ("斉藤", "斎藤"),
    "two sakas": ("大阪", "大坂"),
    "two rivers": ("川", "河"),
    "two provinces": ("州", "洲"),
    "simplified Chinese": ("沈阳", "瀋陽"),
    "fu and he": ("フ", "ヘ"),
    "shi and tsu": ("シ", "ツ"),
    "so and n": ("ソ", "ン"),
    "zero and O": ("0", "O"),
    "one and l": ("1", "l"),
    "not equal": ("≠", "="),
    "line break": ("六ヶ\n所", "六ヶ所"),
    "comma": ("1,000", "1000"),
    "long vowel left out": ("サーバー", "サーバ"),
    "Korean syllables": ("한", "하"),
    "nothing to repeat": ("々木", "木"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_spellings_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "line_end", ["\n", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"], ids=ascii
)
def test_every_line_end_is_the_same(line_end: str) -> None:
    assert fold(f"札幌 {line_end} 瀋陽") == fold("札幌\n瀋陽")


def test_kanji_of_jis_level_1_stay_apart_unless_they_are_forms_of_one() -> None:
    """No fold may make two kanji in daily use equal by mistake."""
    cells = (bytes([row, cell]) for row in range(0xB0, 0xD0) for cell in range(0xA1, 0xFF))
    level_1 = [kanji for cell in cells if (kanji := cell.decode("euc_jp", "ignore"))]
    assert len(level_1) == 2965
    groups: defaultdict[str, str] = defaultdict(str)
    for kanji in level_1:
        groups[fold(kanji)] += kanji
    assert " ".join(sorted(group for group in groups.values() if len(group) > 1)) == (
        "亙亘 園薗 埜野 富冨 峰峯 島嶋 曾曽 杯盃 滝瀧 灯燈 "
        "禰祢 穎頴 穐秋 竃釜 竜龍 舗鋪 裏裡 鉱砿 館舘 駆駈"
    )


def test_every_character_folds_once_and_for_all() -> None:
    characters = map(chr, [*range(0x20000), *range(0x2F800, 0x2FA20)])
    assert [c for c in characters if fold(fold(c)) != fold(c)] == []


TRICKY = st.text(
    st.sampled_from(
        "六所国三3何ヶヵケカガゲｹｶけがか゛゜ﾞﾟ\u3099\u309aはばぱﾊわヷうゔ々〻ゝゞヽヾ佐人木来來髙高辨"
        "・･·ーｰ－-～一 　\n\r\t\u200b\u00ad\ufe00\U000e0100\u0301aAāéＡßİǅΐ㈱㍻Ⅱ…¨"
        "한\u1112\u1161\u11ab≠=\u0338"
    ),
    max_size=12,
)


@given(TRICKY | st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TRICKY | st.text())
def test_canonically_equivalent_texts_are_equal(text: str) -> None:
    folded = fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(unicodedata.normalize("NFC", text)) == folded


KANA = "あいうえおきくさしすたちつなにはひふまみむやゆよらりわをんがぎぱばぁっゃゔゝゞ"
WORDS = st.text(st.sampled_from(KANA + "ー国所村来佐々abcÉz09 \n「」"), max_size=12)

HALF_WIDTH = {
    unicodedata.normalize("NFKC", half): half
    for half in [*map(chr, range(0xFF61, 0xFFA0)), *(f"{chr(c)}ﾞ" for c in range(0xFF73, 0xFF8F))]
    if len(unicodedata.normalize("NFKC", half)) == 1
}


def in_katakana(text: str) -> str:
    return "".join(chr(ord(c) + 96) if "ぁ" <= c <= "ゞ" else c for c in text)


WAYS_TO_WRITE: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "katakana": in_katakana,
    "half-width": lambda text: "".join(HALF_WIDTH.get(k, k) for k in in_katakana(text)),
    "full-width": lambda text: "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text
    ),
    "large kana": lambda text: text.translate(str.maketrans("ぁっゃ", "あつや")),
    "other dashes": lambda text: text.replace("ー", "－"),
    "old kanji": lambda text: text.translate(str.maketrans("国来", "國來")),
    "blanks": lambda text: " ".join(text),
    "middle dots": lambda text: "・".join(text),
    "zero-width characters": lambda text: "\u200b".join(text),
    "variation selectors": lambda text: "".join(f"{c}\U000e0101" for c in text),
    "line ends": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("write", WAYS_TO_WRITE.values(), ids=WAYS_TO_WRITE)
@given(text=WORDS)
def test_matching_is_symmetric_under_every_folding(write: Callable[[str], str], text: str) -> None:
    assert fold(write(text)) == fold(text)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("ケ所", ("け所", "が所")),
        ("三カ", ("三か", "三が")),
        ("6か", ("6か", "6が")),
        ("県が", ("県が",)),
        ("アメリカ", ("あめりか",)),
        ("ケ", ("け",)),
        ("・", ()),
        ("", ()),
    ],
)
def test_forms_of_a_term_in_a_text(term: str, expected: tuple[str, ...]) -> None:
    assert forms(term) == expected
