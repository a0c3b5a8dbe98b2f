"""The records say exactly what the survey's forms say.

``survey`` reads the dump, ``json`` the records; nothing here goes through koryu. Every form is
compared section by section, so that a failure names its place, and then index and forms are
written out anew from the records alone and compared with the whole dump, so that nothing can fall
between two sections. White space and markup apart, the comparison is of every single character.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import survey
from survey import Form, IndexEntry, characters

Record = dict[str, Any]

DATA = Path(__file__).parents[2] / "data" / "agreements.json"
RECORDS: list[Record] = json.loads(DATA.read_text("utf-8"))
INDEX = survey.read_index()
FORMS = survey.read_forms()
NUMBERS = range(1, 26)

# Where index and form disagree, the record follows the form: number → (form, index).
SPELT_OTHERWISE_IN_THE_INDEX = {
    17: ("フェ市", "フエ市"),  # Huế with a small ェ in the form
    20: ("三戸町", "三戸市"),  # Sannohe is a town, the index is wrong
}
# Form 15 answers for two departments in the same cells, marked A and B; the record has two
# contacts and no letters.
LETTERED_CONTACTS = {
    15: [
        {
            "departments": ["建設局下水道河川部計画課"],
            "phone": "078-322-5449",
            "email": "gesui_keikaku@office.city.kobe.lg.jp",
        },
        {
            "departments": ["水道局技術部計画課"],
            "phone": "078-322-5911",
            "email": "kk-wb@office.city.kobe.lg.jp",
        },
    ],
}
# Form 25 names the country once for four governments; in the record each repeats it.
COUNTRY_NAMED_ONCE = {25: "大韓民国"}
# The heading of section (7) has half-width parentheses in these forms.
HALF_WIDTH_PARENTHESES = {10, 12, 14, 17, 19}


@pytest.fixture(params=NUMBERS, ids="form-{:02}".format)
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def form(number: int) -> Form:
    return FORMS[number]


@pytest.fixture
def entry(number: int) -> IndexEntry:
    return INDEX[number]


@pytest.fixture
def record(number: int) -> Record:
    return next(record for record in RECORDS if record["id"] == number)


def japanese_side(record: Record) -> str:
    """Return the Japanese governments as section (1) prints them."""
    return "、".join(government["name"] for government in record["japan"])


def overseas_side(record: Record) -> str:
    """Return the overseas governments as section (1) prints them."""
    first, *others = (government["name"] for government in record["overseas"])
    country = COUNTRY_NAMED_ONCE.get(record["id"], "")
    assert all(name.startswith(country) for name in others)
    return "、".join([first, *(name.removeprefix(country) for name in others)])


def as_in_the_index(number: int, side: str) -> str:
    """Return one side of section (1) in the spelling of the index, without blanks."""
    in_form, in_index = SPELT_OTHERWISE_IN_THE_INDEX.get(number, ("", ""))
    return characters(side).replace(in_form, in_index)


def test_every_form_has_its_record_in_order() -> None:
    assert [record["id"] for record in RECORDS] == list(NUMBERS)
    assert list(FORMS) == list(INDEX) == list(NUMBERS)


def test_heading(form: Form, record: Record) -> None:
    assert record["title"] == form.heading


def test_reprinted(form: Form, entry: IndexEntry, record: Record) -> None:
    assert record["reprinted"] is form.reprinted
    assert record["reprinted"] is entry.reprinted


def test_index_agreement(entry: IndexEntry, record: Record) -> None:
    assert record["agreement"] == entry.agreement


def test_index_page(entry: IndexEntry, record: Record) -> None:
    assert record["page"] == entry.page


def test_index_parties(entry: IndexEntry, record: Record) -> None:
    number = record["id"]
    assert as_in_the_index(number, japanese_side(record)) == characters(entry.japan)
    assert as_in_the_index(number, overseas_side(record)) == characters(entry.overseas)


def test_governments(form: Form, record: Record) -> None:
    assert (japanese_side(record), overseas_side(record)) == survey.governments(form)


def test_date(form: Form, record: Record) -> None:
    assert record["date"]["text"] == form.date.strip()


@pytest.mark.parametrize("section", ["background", "activities", "outcomes"])
def test_text(form: Form, record: Record, section: str) -> None:
    """An empty section, printed as ``--``, is null and not an empty text."""
    said = characters(survey.without_markup(getattr(form, section)))
    if said:
        assert characters(record[section]) == said
    else:
        assert record[section] is None


def test_links(form: Form, record: Record) -> None:
    assert [(link["label"], link["url"]) for link in record["links"]] == survey.links(form)


def test_contacts(form: Form, record: Record) -> None:
    departments, phone, email = survey.contact(form)
    as_printed = [{"departments": departments, "phone": phone or None, "email": email or None}]
    assert record["contacts"] == LETTERED_CONTACTS.get(form.number, as_printed)


def test_the_records_account_for_the_whole_dump() -> None:
    """What is in the dump is in a record or in the known frame, and the other way round."""
    index = [index_entry_of(record) for record in RECORDS]
    forms = [form_of(record) for record in RECORDS]
    title = "調査結果（※以下のリンクをクリックすると、個票に移動することができます）"
    rebuilt = characters("".join([title, "⑧行政交流", *index, "⑧行政交流", *forms]))
    assert rebuilt == characters(survey.without_markup(survey.DUMP))


def index_entry_of(record: Record) -> str:
    """Write the line of the index anew from the record."""
    overseas = as_in_the_index(record["id"], overseas_side(record))
    japan = as_in_the_index(record["id"], japanese_side(record))
    reprinted = "【再掲】" if record["reprinted"] else ""
    return f"{record['id']}.{overseas}－{japan}「{record['agreement']}」{reprinted}{record['page']}"


def form_of(record: Record) -> str:
    """Write the form anew from the record, in the survey's frame of headings and labels."""
    left, right = "()" if record["id"] in HALF_WIDTH_PARENTHESES else "（）"
    reprinted = "【再掲】" if record["reprinted"] else ""
    links = "".join((link["label"] or "") + link["url"] for link in record["links"])
    departments, phone, email = contact_cells(record)
    return f"""
        {record["id"]}. {record["title"]}{reprinted}
        (1) 自治体名
        日本の自治体 {japanese_side(record)} 海外の自治体 {overseas_side(record)}
        (2) 提携年月日
        {record["date"]["text"]}
        (3) 提携に至った経緯
        {record["background"] or ""}
        (4) 提携後の取組内容
        {record["activities"] or ""}
        (5) 取組による成果・課題等
        {record["outcomes"] or ""}
        (6) 取組を紹介しているホームページのURL
        {links}
        (7) 問い合わせ先{left}担当課{right}
        担当部署名 {departments} 電話番号 {phone} 電子メール {email}
        """


def contact_cells(record: Record) -> tuple[str, str, str]:
    """Return the cells of section (7) as printed; several contacts carry the letters A, B."""
    letters = "AB" if record["id"] in LETTERED_CONTACTS else [""]
    lettered = list(zip(letters, record["contacts"], strict=True))
    return (
        "、".join(letter + "".join(contact["departments"]) for letter, contact in lettered),
        "".join(letter + (contact["phone"] or "") for letter, contact in lettered),
        "".join(letter + (contact["email"] or "") for letter, contact in lettered),
    )
