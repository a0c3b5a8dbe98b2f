"""Records validated several together are what they are one by one."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from koryu_cli.catalogue.layouts.layout import RawRecord
from koryu_cli.catalogue.validation import TOGETHER, tried, validated
from koryu_cli.errors import DataError
from koryu_cli.record.models import Agreement

FAULTS: dict[str, dict[str, Any]] = {
    "form": {"page": 0},
    "rule": {"kind": "その他"},
    "rule-of-a-part": {"date": {"text": "平成24年5月23日", "start": "2012-05-24"}},
    "unknown-field": {"titel": "x"},
}
COUNT = 2 * TOGETHER + 1


def raw(records: list[dict[str, Any]]) -> list[RawRecord]:
    return [RawRecord(0, at, json.dumps(record).encode()) for at, record in enumerate(records)]


def alone(record: RawRecord) -> Agreement | None:
    try:
        return Agreement.model_validate_json(record.text)
    except ValidationError:
        return None


@pytest.fixture
def many(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**records[at % len(records)], "id": at + 1} for at in range(COUNT)]


def test_records_are_what_they_are_alone(many: list[dict[str, Any]]) -> None:
    """Those too from which what follows is left out."""
    short = {"japan": [{"name": "札幌市"}], "overseas": [{"name": "韓国大田"}]}
    many[3] = {"id": 4, "agreement": "覚書", "date": {"text": "平成24年"}, **short}
    expected = [(record, alone(record)) for record in raw(many)]
    assert list(validated(raw(many))) == list(tried(raw(many))) == expected
    assert all(agreement for _, agreement in expected)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("at", [0, 1, TOGETHER - 1, TOGETHER, COUNT - 1])
def test_a_fault_is_that_of_one_record(
    many: list[dict[str, Any]], fault: dict[str, Any], at: int
) -> None:
    many[at].update(fault)
    found = list(tried(raw(many)))
    assert found == [(record, alone(record)) for record in raw(many)]
    assert [number for number, (_, agreement) in enumerate(found) if agreement is None] == [at]
    with pytest.raises(ValueError, match=r"validation error|agree"):
        list(validated(raw(many)))


@pytest.mark.parametrize("read", [tried, validated])
@pytest.mark.parametrize("count", [0, 1, TOGETHER - 1, TOGETHER, TOGETHER + 1])
def test_what_stands_before_the_end_of_a_file_that_breaks_is_read(
    many: list[dict[str, Any]], read: Any, count: int
) -> None:
    def records() -> Iterator[RawRecord]:
        yield from raw(many[:count])
        raise DataError("broken")

    found = []
    with pytest.raises(DataError, match="broken"):
        found.extend(read(records()))
    assert [record for record, _ in found] == raw(many[:count])
