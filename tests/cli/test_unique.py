"""`--unique`: the values of a column, each once and one a line."""

import json

import pytest
from conftest import Koryu

from koryu_cli import read

BCC = ["--columns", "email", "-o", "tsv", "--no-header"]


def test_all_addresses_for_a_mail(koryu: Koryu) -> None:
    """None is doubled, none is blank, and none shares its line with another."""
    addresses = [contact.email for each in read() for contact in each.contacts if contact.email]
    assert len(addresses) > len(set(addresses))
    lines = koryu("list", *BCC, "--unique").out.splitlines()
    assert lines == list(dict.fromkeys(addresses))


def test_addresses_of_one_agreement_stand_in_a_cell_as_in_a_mail(koryu: Koryu) -> None:
    line = koryu("list", *BCC, "-g", "神戸").out
    assert line == "gesui_keikaku@office.city.kobe.lg.jp, kk-wb@office.city.kobe.lg.jp\n"


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (["-c", "ベトナム", "--columns", "themes", "--sort", "id"], "上下水道 人材育成 環境"),
        (["-c", "韓国", "--columns", "japan", "--sort", "date"], "福岡県 佐賀県 長崎県"),
        (["--columns", "country", "--sort=-date"], "韓国 中国 ブータン"),
        (["--columns", "country", "--offset", "3"], "イギリス オーストラリア カナダ"),
        (["--columns", "協定等", "-g", "札幌市"], "友好合作協議書 交流覚書"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_values_come_in_the_order_of_the_agreements(
    koryu: Koryu, arguments: list[str], values: str
) -> None:
    result = koryu("list", *arguments, "--limit", "3", "--unique", "-o", "csv", "--no-header")
    assert result.out.split() == values.split()


def test_in_every_format(koryu: Koryu) -> None:
    narrow = ["list", "-c", "中国", "--columns", "prefecture", "--unique"]
    found = ["北海道", "神奈川県", "静岡県"]
    assert json.loads(koryu(*narrow, "--json").out) == [{"prefecture": each} for each in found]
    assert koryu(*narrow, "-o", "csv").out.split() == ["都道府県", *found]
    assert koryu(*narrow, "--count").out == "3\n"
    table = koryu(*narrow)
    assert [line.strip() for line in table.out.splitlines()[2:]] == found
    assert table.err == "都道府県 3 件（この調査の個票 25 件のうち 8 件から）\n"


def test_a_part_says_of_how_many_values_it_is(koryu: Koryu) -> None:
    result = koryu("list", "--columns", "country", "--unique", "--limit", "2")
    assert result.err == "国 9 件のうち 2 件（この調査の個票 25 件から）\n"


def test_numbers_are_numbers_in_json(koryu: Koryu) -> None:
    found = json.loads(koryu("list", "-g", "札幌", "--columns", "id", "--unique", "--json").out)
    assert found == [{"id": 1}, {"id": 2}, {"id": 3}]


def test_with_a_search(koryu: Koryu) -> None:
    result = koryu(
        "search", "派遣", "-c", "韓国", "--columns", "prefecture", "--unique", "-o", "tsv"
    )
    assert result.out.split() == ["都道府県", "青森県", "山梨県", "鳥取県"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--unique は列を一つだけ選んで使います。"),
        (["--columns", "id,email"], "--unique は列を一つだけ選んで使います。"),
        (["--columns", "email", "-o", "ids"], "-o ids は番号だけを示します。"),
    ],
)
def test_what_cannot_be_shown_so(koryu: Koryu, arguments: list[str], said: str) -> None:
    result = koryu("list", "--unique", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
