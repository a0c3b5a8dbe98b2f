"""A record of a file is what the model alone makes of it."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from koryu_cli.catalogue.validation import validated
from koryu_cli.record.models import Agreement

FAULTS: dict[str, dict[str, Any]] = {
    "form": {"page": 0},
    "rule": {"kind": "その他"},
    "rule-of-a-part": {"date": {"text": "平成24年5月23日", "start": "2012-05-24"}},
    "unknown-field": {"titel": "x"},
}


def test_a_record_is_what_the_model_makes_of_it(records: list[dict[str, Any]]) -> None:
    for record in records:
        text = json.dumps(record).encode()
        assert validated(text) == Agreement.model_validate_json(text)


def test_what_is_left_out_of_a_record_follows_from_the_rest() -> None:
    short = {"japan": [{"name": "札幌市"}], "overseas": [{"name": "韓国大田"}]}
    text = json.dumps(
        {"id": 4, "agreement": "覚書", "date": {"text": "平成24年"}, **short}
    ).encode()
    found = validated(text)
    assert found == Agreement.model_validate_json(text)
    assert (found.kind, found.japan[0].code, found.overseas[0].country) == ("覚書", "011002", "KR")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_record_that_the_model_refuses_is_refused(
    records: list[dict[str, Any]], fault: dict[str, Any]
) -> None:
    text = json.dumps({**records[0], **fault}).encode()
    with pytest.raises(ValidationError):
        Agreement.model_validate_json(text)
    with pytest.raises(ValueError, match=r"validation error|agree"):
        validated(text)
