"""`koryu open`: which pages are opened. No test opens a real browser."""

import json
import re
import webbrowser
from typing import Any

import pytest
from conftest import Koryu

from koryu_cli.cli.commands import open as command
from koryu_cli.errors import DataError

SAIJO = "http://www.city.saijo.ehime.jp/khome/kikikanri/index.html"
ARCHIVE = "https://web.archive.org/web/2013/"
OSAKA = [
    "http://www.city.osaka.lg.jp/kensetsu/page/0000140541.html",
    "http://www.city.osaka.lg.jp/kensetsu/page/0000158792.html",
    "http://gec.jp/main.nsf/jp/Activities-IC-hcmc201202",
    "http://www.city.osaka.lg.jp/kankyoo/page/0000168434.html",
]
WITHOUT_PAGE = [1, 2, 3, 7, 8, 9, 10, 11, 14, 20]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was asked for."""
    addresses: list[str] = []

    def open_(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", open_)
    return addresses


def test_the_page_is_opened(koryu: Koryu, opened: list[str]) -> None:
    result = koryu("open", "１７")
    assert opened == [SAIJO]
    assert (result.code, result.out, result.err) == (0, "", f"開きました: {SAIJO}\n")


def test_the_archived_copy_is_opened(koryu: Koryu, opened: list[str]) -> None:
    assert koryu("open", "17", "--archive").code == 0
    assert opened == [ARCHIVE + SAIJO]


def test_all_pages_of_a_form_are_opened(koryu: Koryu, opened: list[str]) -> None:
    assert koryu("open", "18").code == 0
    assert opened == OSAKA


@pytest.mark.parametrize(("options", "before"), [([], ""), (["--archive"], ARCHIVE)])
def test_print_prints_an_address_a_line_and_opens_nothing(
    koryu: Koryu, opened: list[str], options: list[str], before: str
) -> None:
    result = koryu("open", "18", "--print", *options)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [before + address for address in OSAKA]
    assert opened == []


@pytest.mark.parametrize("number", range(1, 26))
def test_a_form_without_a_page_says_so(koryu: Koryu, opened: list[str], number: int) -> None:
    result = koryu("open", str(number), "--print")
    if number in WITHOUT_PAGE:
        assert (result.code, result.out) == (0, "")
        assert result.err == f"{number}番にはホームページの記載がありません。\n"
    else:
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith("http")
    assert opened == []


@pytest.mark.parametrize(
    ("word", "code", "message"),
    [
        ("99", 4, "「99」番の協定はありません"),
        ("札幌", 2, "「札幌」は番号ではありません"),
    ],
)
def test_mistakes(koryu: Koryu, opened: list[str], word: str, code: int, message: str) -> None:
    result = koryu("open", word)
    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert opened == []


def test_several_forms_are_opened_one_after_the_other(koryu: Koryu, opened: list[str]) -> None:
    result = koryu("open", "17-18", "99", "1")
    assert opened == [SAIJO, *OSAKA]
    assert (result.code, result.out) == (4, "")
    assert "1番にはホームページの記載がありません。\n" in result.err
    assert result.err.endswith("koryu: 「99」番の協定はありません。番号は 1 から 25 までです。\n")


def no_browser(_: str) -> bool:
    return False


def broken_browser(_: str) -> bool:
    raise webbrowser.Error("could not locate runnable browser")


@pytest.mark.parametrize("browser", [no_browser, broken_browser])
def test_without_a_browser_the_address_is_told(
    koryu: Koryu, monkeypatch: pytest.MonkeyPatch, browser: Any
) -> None:
    monkeypatch.setattr(webbrowser, "open", browser)
    result = koryu("open", "17")
    assert (result.code, result.out) == (1, "")
    assert SAIJO in result.err
    assert "--print" in result.err


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "--help", "ftp://example.jp/"]
)
def test_only_pages_of_the_web_are_opened(opened: list[str], address: str) -> None:
    """Even if an address came past the model."""
    with pytest.raises(DataError, match=re.escape(address)):
        command._open(address)
    assert opened == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)"])
def test_a_data_file_with_another_address_is_not_valid(
    koryu: Koryu, opened: list[str], records: list[dict[str, Any]], address: str
) -> None:
    records[16]["links"][0]["url"] = address
    result = koryu("--data", "-", "open", "17", stdin=json.dumps(records))
    assert (result.code, result.out) == (3, "")
    assert opened == []
