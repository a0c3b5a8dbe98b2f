from typing import Any

import pytest
from tables import ledger

from koryu_cli.ledger.contacts import contacts_of, emails_in, links_in, phones_in

URL = "https://www.city.example.lg.jp/"
LINKS = {
    "an address": (URL, None, [(None, URL)]),
    "with words before it": (f"市のページ：{URL}", None, [("市のページ", URL)]),
    "in brackets": (f"市のページ（{URL}）", None, [("市のページ", URL)]),
    "several on a line": (f"{URL}a、{URL}b", None, [(None, f"{URL}a"), (None, f"{URL}b")]),
    "several lines": (f"国際課 {URL}a\n{URL}b", None, [("国際課", f"{URL}a"), (None, f"{URL}b")]),
    "at the end of a sentence": (f"See {URL}a.", None, [("See", f"{URL}a")]),
    "without http": ("www.example.jp/a", None, [(None, "http://www.example.jp/a")]),
    "words that are a link": ("市のページ", URL, [("市のページ", URL)]),
    "an address that is a link": (URL, "https://other.example/", [(None, URL)]),
    "nothing": ("－", None, []),
}


@pytest.mark.parametrize(("text", "target", "links"), LINKS.values(), ids=LINKS)
def test_links(text: str, target: str | None, links: list[tuple[str | None, str]]) -> None:
    found = links_in(text, target)
    assert found == ([{"label": label, "url": url} for label, url in links], None, None)


@pytest.mark.parametrize(
    ("text", "target"),
    [("市のページ", None), ("市のページ", "mailto:a@example.jp"), ("http://", None)],
)
def test_a_cell_without_an_address_is_a_problem(text: str, target: str | None) -> None:
    assert links_in(text, target) == (
        [],
        "http:// か https:// で始まるアドレスを書いてください。",
        None,
    )


PHONES = {
    "011-211-2032": ["011-211-2032"],
    "０１１－２１１－２０３２": ["０１１－２１１－２０３２"],
    "03(1234)5678（代表）": ["03(1234)5678（代表）"],
    "03-1234-5678（内線 1234）": ["03-1234-5678（内線 1234）"],
    "03-1234-5678\n内線 1234": ["03-1234-5678 内線 1234"],
    "03-1234-5678\n（代表）": ["03-1234-5678 （代表）"],
    "03-1234-5678\n03-1234-5679": ["03-1234-5678", "03-1234-5679"],
    "+81 3 1234 5678": ["+81 3 1234 5678"],
    "TEL:03-1234-5678": ["TEL:03-1234-5678"],
    "03-1234-5678、03-1234-5679": ["03-1234-5678", "03-1234-5679"],
    "211-2032": ["211-2032"],
    "なし": [],
}


@pytest.mark.parametrize(("text", "phones"), PHONES.items(), ids=PHONES)
def test_telephone_numbers_in_any_form(text: str, phones: list[str]) -> None:
    assert phones_in(text) == (phones, None, None)


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("857267111", ["0857267111"]),
        ("9012345678", ["09012345678"]),
        ("03-1234-5678\n112112032", ["03-1234-5678", "0112112032"]),
    ],
)
def test_a_number_without_its_zero_gets_it_back(text: str, phones: list[str]) -> None:
    assert phones_in(text) == (phones, None, "先頭の 0 が落ちた番号とみて補いました。")


@pytest.mark.parametrize("text", ["1234567890", "12345678", "81857267111", "0857267111"])
def test_other_numbers_stay_as_they_are(text: str) -> None:
    assert phones_in(text) == ([text], None, None)


@pytest.mark.parametrize("text", ["国際課", "a@example.jp", "03-1234-5678 国際課", "12"])
def test_what_is_no_telephone_number_is_a_problem(text: str) -> None:
    assert phones_in(text) == ([], "電話番号（例 03-1234-5678）を書いてください。", None)


def test_addresses() -> None:
    assert emails_in("a@example.jp").value == ["a@example.jp"]
    assert emails_in("ａ＠ｅｘａｍｐｌｅ．ｊｐ; b.c@example.lg.jp").value == [
        "a@example.jp",
        "b.c@example.lg.jp",
    ]
    assert emails_in("なし").value == []
    assert emails_in("国際課").problem
    assert emails_in("a@example").problem


def contact(*departments: str, phone: str | None = None, email: str | None = None) -> Any:
    return {"departments": [*departments], "phone": phone, "email": email}


CONTACTS: dict[str, tuple[str, list[str], list[str], list[Any]]] = {
    "nothing": ("", [], [], []),
    "no department": ("なし", [], [], []),
    "departments": (
        "国際課、観光課\n議会事務局",
        [],
        [],
        [contact("国際課", "観光課", "議会事務局")],
    ),
    "a name with brackets": ("企画部（国際担当）", [], [], [contact("企画部（国際担当）")]),
    "all of one": (
        "国際課、観光課",
        ["1"],
        ["a"],
        [contact("国際課", "観光課", phone="1", email="a")],
    ),
    "one each": (
        "国際課、観光課",
        ["1", "2"],
        ["a", "b"],
        [contact("国際課", phone="1", email="a"), contact("観光課", phone="2", email="b")],
    ),
    "more numbers than departments": (
        "国際課",
        ["1", "2"],
        ["a"],
        [contact("国際課", phone="1", email="a"), contact(phone="2")],
    ),
    "a number alone": ("", ["1"], [], [contact(phone="1")]),
    "all in one cell": (
        "国際課（TEL 03-1234-5678 内線 12、E-mail：a@example.jp）",
        [],
        [],
        [contact("国際課", phone="03-1234-5678 内線 12", email="a@example.jp")],
    ),
    "in full width": (
        "国際課　０３－１２３４－５６７８",
        [],
        [],
        [contact("国際課", phone="03-1234-5678")],
    ),
}


@pytest.mark.parametrize(("cell", "phones", "emails", "contacts"), CONTACTS.values(), ids=CONTACTS)
def test_departments_numbers_and_addresses_belong_together(
    cell: str, phones: list[str], emails: list[str], contacts: list[Any]
) -> None:
    assert contacts_of(cell, phones, emails) == contacts


def test_a_number_of_a_fax_is_no_telephone() -> None:
    [contact] = contacts_of("企画調整課 TEL 018-888-5464 FAX 018-888-5465", [], [])
    assert (contact["departments"], contact["phone"]) == (["企画調整課"], "018-888-5464")


def test_a_number_in_brackets_is_without_them() -> None:
    [contact] = contacts_of("企画調整課（018-888-5464）", [], [])
    assert (contact["departments"], contact["phone"]) == (["企画調整課"], "018-888-5464")


CELLS: dict[
    str, tuple[str, str, list[tuple[list[str], str | None, str | None]], dict[str, str]]
] = {
    "a department with its number": (
        "担当課・電話番号",
        "国際交流課 011-211-2032",
        [(["国際交流課"], "011-211-2032", None)],
        {},
    ),
    "a number in a bracket": (
        "担当課（電話番号）",
        "国際交流課（011-211-2032）",
        [(["国際交流課"], "011-211-2032", None)],
        {},
    ),
    "a fax behind the telephone": (
        "TEL/FAX",
        "022-214-1252／022-211-1917",
        [([], "022-214-1252", None)],
        {"TEL/FAX": "022-214-1252／022-211-1917"},
    ),
    "both with their names": (
        "電話・FAX",
        "TEL:022-214-1252 FAX:022-211-1917",
        [([], "022-214-1252", None)],
        {"電話・FAX": "TEL:022-214-1252 FAX:022-211-1917"},
    ),
    "a number and an address": (
        "連絡先",
        "022-214-1252 / koryu@example.lg.jp",
        [([], "022-214-1252", "koryu@example.lg.jp")],
        {},
    ),
    "an address with a remark": (
        "メール",
        "koryu@example.lg.jp（代表）",
        [([], None, "koryu@example.lg.jp")],
        {},
    ),
    "an address of a house": (
        "担当課|連絡先",
        "国際部|中央区北1条西2丁目",
        [(["国際部"], None, None)],
        {"連絡先": "中央区北1条西2丁目"},
    ),
    "a department twice": (
        "担当課|電話番号",
        "国際課|国際課 011-211-2032",
        [(["国際課"], "011-211-2032", None)],
        {},
    ),
    "a department and its address apart": (
        "所管部署|連絡先",
        "国際課|koryu@example.lg.jp",
        [(["国際課"], None, "koryu@example.lg.jp")],
        {},
    ),
    "a department and its number apart": (
        "所管部署|連絡先",
        "国際課|096-333-2159",
        [(["国際課"], "096-333-2159", None)],
        {},
    ),
}


@pytest.mark.parametrize(("headings", "cells", "contacts", "other"), CELLS.values(), ids=CELLS)
def test_whom_to_call(
    headings: str,
    cells: str,
    contacts: list[tuple[list[str], str | None, str | None]],
    other: dict[str, str],
) -> None:
    [(_, record)] = ledger(f"自治体|提携先|{headings}", f"札幌市|瀋陽市|{cells}").records
    assert [(*each.values(),) for each in record["contacts"]] == contacts
    assert record["other"] == other


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("電話番号", "03-1234-5678（平日のみ）"),
        ("電話番号", "03-1234-5678 山田"),
        ("電話番号", "国際交流推進係 0143-25-2200 9時～17時"),
        ("メール", "kokusai@example.jp（国際課）、kanko@example.jp（観光課）"),
        ("メール", "koryu@example.lg.jp（担当：山田）"),
    ],
)
def test_a_remark_beside_a_number_is_a_problem_and_kept(heading: str, cell: str) -> None:
    found = ledger(f"自治体|提携先|{heading}", f"札幌市|瀋陽市|{cell}")
    [(_, record)] = found.records
    assert record["other"] == {heading: cell}
    assert len(found.problems) == 1
