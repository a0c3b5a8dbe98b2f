import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.places.codes import check_digit, is_valid_code, prefecture_of

# Codes in use (総務省, 全国地方公共団体コード), with the prefecture of each.
CODES = {
    "011002": "北海道",  # 札幌市
    "020001": "青森県",
    "024112": "青森県",  # 六ヶ所村
    "024414": "青森県",  # 三戸町
    "070009": "福島県",
    "111007": "埼玉県",  # さいたま市
    "112127": "埼玉県",  # 東松山市
    "122033": "千葉県",  # 市川市
    "130001": "東京都",
    "141305": "神奈川県",  # 川崎市
    "180009": "福井県",
    "192091": "山梨県",  # 北杜市
    "220001": "静岡県",
    "271004": "大阪府",  # 大阪市
    "272311": "大阪府",  # 大阪狭山市
    "281000": "兵庫県",  # 神戸市
    "313289": "鳥取県",  # 智頭町
    "350001": "山口県",
    "382060": "愛媛県",  # 西条市
    "400009": "福岡県",
    "410004": "佐賀県",
    "420000": "長崎県",
}


@pytest.mark.parametrize(("code", "prefecture"), CODES.items())
def test_a_code_in_use(code: str, prefecture: str) -> None:
    assert check_digit(code[:5]) == code[5]
    assert is_valid_code(code)
    assert prefecture_of(code).name == prefecture


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("011003", id="wrong check digit"),
        pytest.param("01100", id="five digits"),
        pytest.param("0110020", id="seven digits"),
        pytest.param("000001", id="prefecture 00 with its check digit"),
        pytest.param("480002", id="prefecture 48 with its check digit"),
        pytest.param("０１１００２", id="full-width digits"),
        pytest.param("01100２", id="a full-width check digit"),
        pytest.param("٠١١٠٠٢", id="Arabic digits"),
        pytest.param("011002\n", id="a line end"),
        pytest.param(" 11002", id="a blank"),
        pytest.param("-11002", id="a sign"),
        pytest.param("", id="empty"),
        pytest.param("札幌市", id="a name"),
    ],
)
def test_no_code(code: str) -> None:
    assert not is_valid_code(code)
    with pytest.raises(ValueError, match="not a code"):
        prefecture_of(code)


@pytest.mark.parametrize("digits", ["", "0110", "011002", "０１１００", "abcde", "0110\n"])
def test_check_digit_wants_five_digits(digits: str) -> None:
    with pytest.raises(ValueError, match="not five digits"):
        check_digit(digits)


@given(st.integers(1, 47), st.integers(0, 999))
def test_just_one_digit_completes_a_code(prefecture: int, municipality: int) -> None:
    first_five = f"{prefecture:02}{municipality:03}"
    completed = [code for digit in "0123456789" if is_valid_code(code := first_five + digit)]
    assert completed == [first_five + check_digit(first_five)]
    assert prefecture_of(completed[0]).number == prefecture


def test_the_survey_gives_every_code_with_its_prefecture() -> None:
    agreements = Path(__file__).parents[2] / "data" / "agreements.json"
    given_codes = {
        government["code"]: government["prefecture"]
        for agreement in json.loads(agreements.read_text(encoding="utf-8"))
        for government in agreement["japan"]
    }
    assert given_codes
    assert {code: prefecture_of(code).name for code in given_codes} == given_codes
