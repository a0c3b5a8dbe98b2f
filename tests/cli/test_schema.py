"""`koryu schema`, held against an independent validator."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Koryu
from jsonschema import Draft202012Validator, FormatChecker

Record = dict[str, Any]

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.fixture
def schema(koryu: Koryu) -> dict[str, Any]:
    result = koryu("schema")
    assert (result.code, result.err) == (0, "")
    document: dict[str, Any] = json.loads(result.out)
    return document


@pytest.fixture
def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_is_a_schema_of_its_dialect(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_accepts_the_shipped_data(validator: Draft202012Validator, records: list[Record]) -> None:
    assert list(validator.iter_errors(records)) == []


def test_accepts_what_list_prints(validator: Draft202012Validator, koryu: Koryu) -> None:
    selection = json.loads(koryu("list", "--country", "韓国", "--json").out)
    assert len(selection) == 7
    validator.validate(selection)
    validator.validate([])


# Each damage to record 5: where, what is put there, and the keyword that refuses it.
DAMAGES: dict[str, tuple[str, object, str]] = {
    "id-is-text": ("id", "5", "type"),
    "id-is-zero": ("id", 0, "minimum"),
    "category": ("category", "", "anyOf"),
    "title-empty": ("title", "", "anyOf"),
    "title-is-number": ("title", 5, "anyOf"),
    "kind": ("kind", "契約", "anyOf"),
    "reprinted": ("reprinted", 1, "type"),
    "page": ("page", 0, "anyOf"),
    "no-japanese-side": ("japan", [], "minItems"),
    "prefecture": ("japan.0.prefecture", "神奈川", "enum"),
    "municipality-empty": ("japan.0.municipality", "", "anyOf"),
    "code-without-check-digit": ("japan.0.code", "14130", "pattern"),
    "code-full-width": ("japan.0.code", "１４１３０５", "pattern"),
    "kana-is-katakana": ("japan.0.kana", "カワサキシ", "anyOf"),
    "country-lower-case": ("overseas.0.country", "cn", "enum"),
    "country-without-name": ("overseas.0.country_name", "", "anyOf"),
    "divisions-is-text": ("overseas.0.divisions", "遼寧省", "type"),
    "date-is-text": ("date", "2012-05-23", "anyOf"),
    "day-does-not-exist": ("date.start", "2012-02-30", "anyOf"),
    "precision": ("date.precision", "decade", "anyOf"),
    "background-empty": ("background", "", "anyOf"),
    "address-is-script": ("links.0.url", "javascript:alert(1)", "pattern"),
    "address-with-blank": ("links.0.url", "http://example.jp/a b", "pattern"),
    "telephone": ("contacts.0.phone", "内線12", "anyOf"),
    "email": ("contacts.0.email", "example.jp", "anyOf"),
    "theme": ("themes.0", "宇宙", "enum"),
    "theme-twice": ("themes", ["環境", "環境"], "uniqueItems"),
    "field-unknown": ("titel", "x", "additionalProperties"),
    "field-unknown-within": ("contacts.0.fax", None, "additionalProperties"),
}


@pytest.mark.parametrize(("path", "value", "keyword"), DAMAGES.values(), ids=DAMAGES)
def test_refuses_what_koryu_refuses(
    validator: Draft202012Validator,
    koryu: Koryu,
    records: list[Record],
    path: str,
    value: object,
    keyword: str,
) -> None:
    *parents, last = path.split(".")
    target: Any = records[4]
    for part in parents:
        target = target[int(part) if part.isdigit() else part]
    target[int(last) if last.isdigit() else last] = value

    assert [error.validator for error in validator.iter_errors(records)] == [keyword]
    assert koryu("--data", "-", "list", stdin=json.dumps(records)).code == 3


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Return every object that a schema describes."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)


REQUIRED = {
    "Agreement": ["id", "japan", "overseas"],
    "AgreementDate": ["text"],
    "Contact": [],
    "JapaneseGovernment": ["name"],
    "Link": ["url"],
    "OverseasGovernment": ["name"],
}


def test_what_follows_from_nothing_is_required_and_no_other_field_is_allowed(
    schema: dict[str, Any],
) -> None:
    assert {name: each.get("required", []) for name, each in schema["$defs"].items()} == REQUIRED
    assert all(each["additionalProperties"] is False for each in objects(schema))


def test_a_record_may_lack_what_is_not_required(
    validator: Draft202012Validator, koryu: Koryu, records: list[Record]
) -> None:
    for field in records[0]:
        lacking = [{name: value for name, value in records[0].items() if name != field}]
        refused = ["required"] if field in REQUIRED["Agreement"] else []
        assert [error.validator for error in validator.iter_errors(lacking)] == refused
        code = koryu("--data", "-", "list", stdin=json.dumps(lacking)).code
        assert code == (3 if refused else 0)


def test_everything_is_titled_and_described_in_japanese(schema: dict[str, Any]) -> None:
    parts = {"": schema}
    for name, definition in schema["$defs"].items():
        assert JAPANESE.search(definition["title"])
        assert "description" not in definition
        parts |= {f"{name}.{field}": part for field, part in definition["properties"].items()}
    assert len(parts) == 41
    for name, part in parts.items():
        target = schema["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else {}
        for text in ("title", "description"):
            assert JAPANESE.search({**target, **part}[text]), (name, text)


def test_vocabularies_are_complete(schema: dict[str, Any]) -> None:
    overseas = schema["$defs"]["OverseasGovernment"]["properties"]
    japan = schema["$defs"]["JapaneseGovernment"]["properties"]
    assert len(set(japan["prefecture"]["enum"]) - {None}) == 47
    assert len(set(overseas["country"]["enum"]) - {None}) == 250  # with Kosovo


def test_is_printed_with_real_characters(koryu: Koryu) -> None:
    assert koryu("schema").out.startswith(
        '{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n'
        '  "title": "koryu のデータファイル",\n'
    )
