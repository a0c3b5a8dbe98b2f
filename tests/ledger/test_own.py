"""There and back: what koryu prints, reads and prints again is the same."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from conftest import DATA
from hypothesis import given, settings
from hypothesis import strategies as st

from koryu_cli.language import LANGUAGES, choose
from koryu_cli.ledger.reading import read
from koryu_cli.places.municipalities import find_municipalities
from koryu_cli.record.models import Agreement
from koryu_cli.views.columns import AGREEMENT_COLUMNS
from koryu_cli.views.delimited import render_csv, render_tsv

RECORDS: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))
RENDERERS = {"CSV": render_csv, "TSV": render_tsv}
FORMS = [f"{form} {language}" for form in RENDERERS for language in LANGUAGES]


@pytest.fixture(autouse=True)
def _japanese_again() -> Iterator[None]:
    yield
    choose([], {})


def agreements(records: Sequence[dict[str, Any]]) -> list[Agreement]:
    return [Agreement.model_validate_json(json.dumps(record)) for record in records]


def printed(records: Sequence[dict[str, Any]], form: str) -> str:
    """What is printed of records in a form: `CSV en`."""
    name, language = form.split()
    choose(["--lang", language], {})
    return "".join(RENDERERS[name](AGREEMENT_COLUMNS, agreements(records)))


def read_back(text: str) -> list[dict[str, Any]]:
    return [record for _, record in read(text.encode()).records]


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_catalogue_is_the_same_when_printed_again(form: str) -> None:
    text = printed(RECORDS, form)
    found = read(text.encode())
    assert found.problems == []
    assert printed(read_back(text), form) == text


def changed(**values: Any) -> dict[str, Any]:
    """The first record with other values."""
    return {**RECORDS[0], **values}


def overseas(name: str, country: str | None, *divisions: str, body: str | None = None) -> Any:
    return {"name": name, "country": country, "divisions": [*divisions], "body": body}


SIDES = {
    "several in a country and in others": [
        overseas("大韓民国江原道襄陽郡", "KR", "江原道", "襄陽郡"),
        overseas("大韓民国蔚山広域市", "KR", "蔚山広域市"),
        overseas("中国遼寧省", "CN", "遼寧省"),
    ],
    "a country by itself": [overseas("大韓民国", "KR")],
    "no country": [overseas("ホノルル市", None, "ホノルル市")],
    "no country behind one": [overseas("韓国", "KR"), overseas("ホノルル市", None, "ホノルル市")],
    "a state that is no more": [
        {
            "name": "ソ連ナホトカ市",
            "country": None,
            "country_name": "ソ連",
            "divisions": ["ナホトカ市"],
        }
    ],
    "a body": [overseas("王立ブータン研究所", "BT", body="王立ブータン研究所")],
    "a body in a city": [overseas("中国上海市同済大学", "CN", "上海市", body="同済大学")],
    "a port": [overseas("メルボルン港", "AU", "ビクトリア州", body="メルボルン港")],
    "its original name": [
        overseas("ラウンハイム市(Raunheim)", "DE", "ヘッセン州", "ラウンハイム市")
    ],
    "a Latin name": [overseas("Buckley, Flintshire", "GB", "Flintshire", "Buckley")],
    "a Latin name of several words": [
        overseas("Ottery St. Mary, Devon", "GB", "Devon", "Ottery St. Mary")
    ],
    "a Latin name beside its division": [overseas("Portland", "US", "Oregon", "Portland")],
    "Latin names with that of their country": [
        overseas("Washington, D.C., USA", "US", "D.C.", "Washington"),
        overseas("Santos, São Paulo, Brazil", "BR", "São Paulo", "Santos"),
    ],
    "Latin divisions within each other": [
        overseas("Portland", "US", "Oregon", "Multnomah", "Portland")
    ],
    "three divisions": [overseas("中国浙江省杭州市西湖区", "CN", "浙江省", "杭州市", "西湖区")],
    "a division that is not in the name": [
        overseas("サンディエゴ", "US", "カリフォルニア州", "サンディエゴ")
    ],
    "one name twice, with its mark between": [overseas("大韓民国甲、甲", "KR", "甲、甲")],
    "a blank before a name": [overseas("甲", "KR", "甲"), overseas(" 乙", "KR", " 乙")],
    "a list that could not be parted": [overseas("釜山広域市、済州市", "KR", "釜山広域市、済州市")],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("side", SIDES.values(), ids=SIDES)
def test_an_overseas_side_is_the_same_when_printed_again(side: list[Any], form: str) -> None:
    text = printed([changed(overseas=side)], form)
    assert printed(read_back(text), form) == text


def test_what_is_read_back_says_where_a_government_lies() -> None:
    text = printed([changed(overseas=SIDES["several in a country and in others"])], "CSV ja")
    [record] = read_back(text)
    assert [(side["country"], side["divisions"]) for side in record["overseas"]] == [
        ("KR", ["江原道", "襄陽郡"]),
        ("KR", ["蔚山広域市"]),
        ("CN", ["遼寧省"]),
    ]


JAPAN: dict[str, list[Any]] = {
    "several": [{"name": "北海道札幌市"}, {"name": "青森県"}],
    "with its county": [{"name": "青森県上北郡六ヶ所村"}],
    "a former municipality": [{"name": "北海道上磯郡上磯町"}],
    "a port in a prefecture": [{"name": "岡山県水島港", "prefecture": "岡山県", "body": "水島港"}],
    "a port alone": [{"name": "横浜港", "prefecture": None, "body": "横浜港"}],
    "a port whose name is without it": [
        {"name": "横浜港", "prefecture": "神奈川県", "body": "横浜港"}
    ],
    "what could not be understood": [
        {"name": "熊本県阿久根市", "prefecture": "熊本県", "body": "阿久根市"}
    ],
    "in no prefecture": [{"name": "熊本県阿久根市", "prefecture": None, "body": "熊本県阿久根市"}],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("side", JAPAN.values(), ids=JAPAN)
def test_a_japanese_side_is_the_same_when_printed_again(side: list[Any], form: str) -> None:
    text = printed([changed(japan=side)], form)
    assert printed(read_back(text), form) == text


DATES = [
    "平成4年から開始",
    "1989/10/12 (S64)",
    "不明",
    "平成20年～24年",
    " 平成4年",
    "formed in 1988",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", DATES)
def test_a_date_is_the_same_when_printed_again(text: str, form: str) -> None:
    shown = printed([changed(date={"text": text})], form)
    assert printed(read_back(shown), form) == shown


def test_a_latin_name_is_read_back_with_its_divisions() -> None:
    [record] = read_back(
        printed([changed(overseas=SIDES["a Latin name beside its division"])], "CSV ja")
    )
    [side] = record["overseas"]
    assert (side["name"], side["divisions"]) == ("Portland, Oregon", ["Oregon", "Portland"])


TEXTS = st.text(
    st.sampled_from("aZ09=+-@'\"\\,;:、。・（）()[]{} \u3000\t\n\r\x85|あ漢市県①－なし→～")
    | st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    min_size=1,
    max_size=10,
)
BODIES = TEXTS.filter(lambda name: not find_municipalities(name))
ADDRESSES = st.sampled_from(["https://a.jp/", "http://b.jp/?a=1,2、3", "https://c.jp/(d)"])
PHONES = st.sampled_from(
    ["011-211-2032", "代表 011-211-2032まで", "03-1234-5678/5679", "1、2、3、4"]
)
OPTIONAL = {
    field: st.none() | TEXTS
    for field in ("title", "relation", "background", "activities", "outcomes", "note")
}
CONTACTS = st.fixed_dictionaries(
    {
        "departments": st.lists(TEXTS, max_size=3),
        "phone": st.none() | PHONES,
        "email": st.none() | st.sampled_from(["a@b.jp", "c@d.jp"]),
    }
)
CHANGES = st.fixed_dictionaries(
    {
        **OPTIONAL,
        "agreement": st.none() | TEXTS,
        "page": st.none() | st.integers(1, 500),
        "reprinted": st.booleans(),
        "links": st.lists(st.builds(lambda url: {"url": url}, ADDRESSES), max_size=3),
        "contacts": st.lists(CONTACTS, max_size=3),
        "date": st.none() | st.builds(lambda text: {"text": text}, TEXTS),
        "overseas": st.sampled_from([*SIDES.values()])
        | st.lists(st.builds(lambda name: {"name": name, "country": "KR"}, TEXTS), min_size=1),
        "japan": st.sampled_from([*JAPAN.values()])
        | st.lists(st.builds(lambda name: {"name": name, "body": name}, BODIES), min_size=1),
    }
)


@settings(max_examples=30)
@given(st.lists(CHANGES, min_size=1, max_size=3), st.sampled_from(FORMS))
def test_any_records_are_the_same_when_printed_again(
    changes: list[dict[str, Any]], form: str
) -> None:
    records = []
    for number, values in enumerate(changes, start=1):
        record = {**RECORDS[0], **values, "id": number}
        del record["kind"]
        records.append(record)
    text = printed(records, form)
    assert printed(read_back(text), form) == text


def test_blank_lines_below_a_printed_table_are_counted() -> None:
    found = read((printed([changed(), changed(id=2)], "CSV ja") + ",,\n\n").encode())
    assert len(found.records) == 2
    assert (found.passed.headings, found.passed.blank) == (1, 2)
