import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.errors import UsageError
from koryu_cli.places.countries import (
    Country,
    UnknownCountryError,
    countries,
    country,
    country_named,
    find_country,
    try_country,
)

# The officially assigned codes of ISO 3166-1 in 2026, alpha-2 and alpha-3 together.
ISO_3166_1 = """
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE
BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS
BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN
COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST
EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD
HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM
JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA
LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD
MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG
PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA
SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD
STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON
TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
"""

# Words that stand for several countries on purpose: each is refused, with the choice named.
AMBIGUOUS = {
    "コンゴ": {"CD", "CG"},
    "Congo": {"CD", "CG"},
    "ドミニカ": {"DM", "DO"},
    "朝鮮": {"KP", "KR"},
    "セントマーチン": {"MF", "SX"},
    "ヴァージン諸島": {"VG", "VI"},
    "バージン諸島": {"VG", "VI"},
    "Virgin Islands": {"VG", "VI"},
}

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F5)}


def own_words() -> list[tuple[Country, str]]:
    return [
        (each, word) for each in countries() for word in each.spellings() if word not in AMBIGUOUS
    ]


def test_holds_the_codes_of_iso_3166_1() -> None:
    assert [each.alpha2 + each.alpha3 for each in countries()] == sorted(
        [*ISO_3166_1.split(), "XKXKX"]
    )
    assert len(countries()) == 250


def test_every_field_is_filled_and_trimmed() -> None:
    for each in countries():
        for word in each.spellings():
            assert word.strip() == word != "", each


def test_no_country_has_a_word_twice() -> None:
    assert [
        each for each in countries() if len(set(each.spellings())) < len(each.spellings())
    ] == []


def test_names_are_japanese_and_english() -> None:
    for each in countries():
        assert re.fullmatch("[ァ-ー・一-龠及び]+", each.name), each
        assert each.official is None or re.fullmatch("[ァ-ー・一-龠及び]+", each.official), each
        assert re.fullmatch(r"[A-Za-zÅÔôéçãíü .'&()-]+", each.english), each


@pytest.mark.parametrize(
    ("alpha2", "name", "official"),
    [
        ("KR", "韓国", "大韓民国"),
        ("CN", "中国", "中華人民共和国"),
        ("VN", "ベトナム", "ベトナム社会主義共和国"),
        ("GB", "イギリス", "グレートブリテン及び北アイルランド連合王国"),
        ("AU", "オーストラリア", "オーストラリア連邦"),
        ("CA", "カナダ", None),
        ("BT", "ブータン", "ブータン王国"),
        ("LA", "ラオス", "ラオス人民民主共和国"),
        ("FR", "フランス", "フランス共和国"),
        ("US", "アメリカ", "アメリカ合衆国"),
        ("HK", "香港", "中華人民共和国香港特別行政区"),
        ("TW", "台湾", None),
    ],
)
def test_everyday_and_official_name(alpha2: str, name: str, official: str | None) -> None:
    found = country(alpha2)
    assert found is not None
    assert (found.name, found.official) == (name, official)


@pytest.mark.parametrize("code", ["kr", "KOR", "XX", "UK", "", "韓国", "ＫＲ"])
def test_country_takes_only_alpha_2_codes(code: str) -> None:
    assert country(code) is None


@pytest.mark.parametrize(
    ("alpha2", "words"),
    [
        (
            "KR",
            "韓国 大韓民国 韓 かんこく ｶﾝｺｸ KR kor Korea Ｒ．Ｏ．Ｋ． Republic_of_Korea",
        ),
        ("CN", "中国 中 ちゅうごく 中華人民共和国 中華人民共和國 CHN China P.R.C."),
        ("VN", "ベトナム べとなむ ﾍﾞﾄﾅﾑ ヴェトナム 越 越南 Vietnam Viet_Nam ｖｎ"),
        ("GB", "イギリス いぎりす 英国 えいこく 英國 英 UK U.K. ＵＫ gbr Great_Britain England"),
        ("AU", "オーストラリア 豪州 ごうしゅう 豪 おーすとらりあ オーストラリア連邦 ｵｰｽﾄﾗﾘｱ aus"),
        ("FR", "フランス 仏 仏国 佛国 ふらんす France FRA"),
        ("US", "アメリカ 米国 べいこく 米 アメリカ合衆国 USA U.S.A. us America the_United_States"),
        ("BT", "ブータン ﾌﾞｰﾀﾝ ブータン王国 Bhutan"),
        ("LA", "ラオス Laos Lao_PDR"),
        (
            "CI",
            "コートジボワール コートディボワール 象牙海岸 Côte_d'Ivoire cote_d’ivoire",
        ),
        ("TR", "トルコ Türkiye turkiye Turkey"),
        ("MM", "ミャンマー ビルマ Burma ミヤンマー"),
        ("NL", "オランダ 蘭 Holland the_Netherlands"),
        ("CZ", "チェコ Czechia Czech_Republic"),
        ("SZ", "エスワティニ スワジランド"),
        ("GE", "ジョージア グルジア Georgia"),
        ("GN", "ギニア Guinea"),
        ("GQ", "赤道ギニア Equatorial_Guinea"),
        ("TT", "トリニダード・トバゴ トリニダードトバゴ Trinidad_&_Tobago trinidad_and_tobago"),
        ("CW", "Curaçao curacao"),
        ("AX", "Åland_Islands Aland"),
        ("TW", "台湾 臺灣 たいわん"),
        ("KP", "北朝鮮 きたちょうせん"),
        ("MY", "マレーシア マレイシア"),
        ("KH", "カンボジア カンボディア"),
        ("CZ", "チェコ チェッコ チェッコ共和国"),
        ("BG", "ブルガリア ブルガリヤ"),
        ("IT", "イタリア イタリー イタリヤ"),
        ("NZ", "ニュージーランド ニュー・ジーランド"),
        ("MK", "北マケドニア マケドニア・旧ユーゴスラヴィア共和国"),
    ],
)
def test_finds_a_country_in_a_clerks_words(alpha2: str, words: str) -> None:
    found = {word: find_country(word.replace("_", " ")).alpha2 for word in words.split()}
    assert found == dict.fromkeys(words.split(), alpha2)


@pytest.mark.parametrize(
    ("alpha2", "words"),
    [
        ("KR", "Korea_(Republic_of) Korea,_Republic_of S._Korea 大韓民国（韓国） 大韓民国(韓国)"),
        ("KP", "Korea,_Democratic_People's_Republic_of N._Korea"),
        ("IR", "Iran_(Islamic_Republic_of) Iran,_Islamic_Republic_of"),
        ("TW", "Taiwan,_Province_of_China Taiwan_(Province_of_China)"),
        ("TZ", "Tanzania,_United_Republic_of"),
        ("VE", "Venezuela_(Bolivarian_Republic_of)"),
        ("BO", "Bolivia_(Plurinational_State_of)"),
        ("MD", "Moldova,_Republic_of"),
        ("NL", "Netherlands,_Kingdom_of_the Netherlands_(the) 和蘭"),
        ("CD", "Dem._Rep._Congo Congo,_Democratic_Republic_of_the"),
        ("CZ", "Czech_Rep."),
        ("DO", "Dominican_Rep."),
        ("SB", "Solomon_Is."),
        ("MP", "N._Mariana_Is."),
        ("BA", "Bosnia_and_Herz."),
        ("EH", "W._Sahara"),
        ("XK", "Kosovo コソボ コソヴォ XK"),
        ("VN", "ヴェトナム 南ベトナム"),
        ("DE", "西ドイツ 西独 旧東ドイツ West_Germany ドイツ側"),
        ("CN", "中方 中華人民共和国（中国）"),
        ("US", "米側 ハワイ アメリカ合衆国（米国）"),
        ("GB", "スコットランド Scotland ウェールズ 北アイルランド"),
        ("LK", "セイロン"),
        ("MY", "サバ"),
        ("BM", "英国領バミューダ 英領バミューダ バミューダ"),
        ("NC", "仏領ニューカレドニア フランス領ニューカレドニア"),
    ],
)
def test_finds_a_country_in_names_of_lists_and_maps(alpha2: str, words: str) -> None:
    found = {word: find_country(word.replace("_", " ")).alpha2 for word in words.split()}
    assert found == dict.fromkeys(words.split(), alpha2)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("ソ連", "ソ連"),
        ("旧ソ連", "ソ連"),
        ("ソヴィエト連邦", "ソ連"),
        ("USSR", "ソ連"),
        ("ユーゴスラヴィア", "ユーゴスラビア"),
        ("Czechoslovakia", "チェコスロバキア"),
    ],
)
def test_a_state_that_several_came_of_has_no_code(word: str, name: str) -> None:
    found = find_country(word)
    assert (found.name, found.alpha2, found.alpha3) == (name, "", "")
    assert try_country(word) == found


@pytest.mark.parametrize(
    "rewrite",
    [
        pytest.param(str, id="as written"),
        pytest.param(str.lower, id="lower case"),
        pytest.param(str.upper, id="upper case"),
        pytest.param(lambda word: word.translate(FULL_WIDTH), id="full width"),
        pytest.param(lambda word: word.upper().translate(FULL_WIDTH), id="full width, upper case"),
        pytest.param(lambda word: word.translate(HIRAGANA), id="hiragana"),
        pytest.param(lambda word: f" {word}\u3000", id="blanks around"),
        pytest.param(lambda word: word.replace("・", ""), id="without middle dots"),
    ],
)
def test_every_country_is_found_by_each_of_its_words(rewrite: Callable[[str], str]) -> None:
    missed = [word for each, word in own_words() if find_country(rewrite(word)) is not each]
    assert missed == []


def test_no_two_countries_share_a_word_but_on_purpose() -> None:
    owners: dict[str, set[str]] = {}
    for each in countries():
        for word in each.spellings():
            owners.setdefault(word, set()).add(each.alpha2)
    assert {word: codes for word, codes in owners.items() if len(codes) > 1} == AMBIGUOUS


@pytest.mark.parametrize(("word", "codes"), AMBIGUOUS.items())
def test_an_ambiguous_word_is_refused_with_the_choice(word: str, codes: set[str]) -> None:
    with pytest.raises(UnknownCountryError) as caught:
        find_country(word)
    message = str(caught.value)
    assert f"「{word}」" in message
    assert set(re.findall("（([A-Z]{2})）", message)) == codes


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("間国", "韓国"),
        ("Koria", "韓国（Korea）"),
        ("ベトナン", "ベトナム"),
        ("オートスリア", "オーストリア"),
        ("Viet Nan", "ベトナム（Vietnam）"),
        ("中華民主共和国", "中国（中華人民共和国）"),
        ("Frence", "フランス（France）"),
    ],
)
def test_a_word_that_is_no_country_is_answered_with_near_names(word: str, suggestion: str) -> None:
    with pytest.raises(UnknownCountryError) as caught:
        find_country(word)
    quoted, _, suggested = str(caught.value).partition("もしかして: ")
    assert f"「{word}」" in quoted
    assert suggestion in suggested.removesuffix("。").split("、")


@pytest.mark.parametrize(
    "word", ["オンタリオ州（カナダ）", "韓国・釜山", "Lyon, France", "中国人", "Korea2"]
)
def test_a_country_and_more_is_no_country(word: str) -> None:
    with pytest.raises(UnknownCountryError):
        find_country(word)


@pytest.mark.parametrize("word", ["", " ", "・", "ー", "!!", "1", "\N{PILE OF POO}"])
def test_a_word_near_nothing_is_answered_with_examples(word: str) -> None:
    with pytest.raises(UnknownCountryError, match="韓国、KR、Korea") as caught:
        find_country(word)
    assert f"「{word}」" in str(caught.value)


def test_a_country_by_its_everyday_name() -> None:
    korea, union = country_named("韓国"), country_named("ソ連")
    assert korea is country("KR")
    assert union is not None
    assert (union.alpha2, union.english) == ("", "Soviet Union")
    assert country_named("大韓民国") is None


def test_an_unknown_country_is_wrong_usage() -> None:
    with pytest.raises(UsageError) as caught:
        find_country("ムー大陸")
    assert caught.value.exit_code == 2


@given(st.text(max_size=20))
def test_any_text_names_a_country_or_is_refused(word: str) -> None:
    try:
        found = find_country(word)
    except UnknownCountryError:
        return
    assert found in countries() or found.alpha2 == ""


@given(st.sampled_from(own_words()), st.randoms(use_true_random=False))
def test_case_and_width_may_change_within_a_word(own: tuple[Country, str], random: Random) -> None:
    each, word = own
    mixed = "".join(
        random.choice((letter, letter.lower(), letter.upper(), letter.translate(FULL_WIDTH)))
        for letter in word
    )
    assert find_country(mixed) == each


def test_the_survey_names_every_country_as_the_table_does() -> None:
    agreements = Path(__file__).parents[2] / "data" / "agreements.json"
    seen = {
        (government["country"], government["country_name"])
        for agreement in json.loads(agreements.read_text(encoding="utf-8"))
        for government in agreement["overseas"]
    }
    assert seen
    assert {(code, find_country(name).alpha2) for code, name in seen} == {
        (code, code) for code, _ in seen
    }
    assert {each.name for each in countries()} >= {name for _, name in seen}


def test_the_table_is_read_once_and_only_when_asked() -> None:
    program = """
import sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
reads = lambda: sum(path.endswith("countries.tsv") for path in opened)
from koryu_cli.places import countries
print(reads())
countries.country("KR"), countries.countries(), countries.find_country("KR")
print(reads())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "1"]
