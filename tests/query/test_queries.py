"""Questions in clerks' and researchers' words, and the forms that answer them.

The answers in `tests/data/queries.json` were worked out by reading the survey; see the README
beside them.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Koryu

QUERIES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "queries.json").read_text("utf-8")
)
ANSWERED = [query for query in QUERIES if "ids" in query]
REFUSED = [query for query in QUERIES if "error" in query]


def name(query: dict[str, Any]) -> str:
    return str(query["name"])


def test_queries_are_many_and_each_is_told_apart() -> None:
    assert len(QUERIES) >= 120
    assert len({query["name"] for query in QUERIES}) == len(QUERIES)
    assert len({tuple(query["args"]) for query in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize("query", ANSWERED, ids=name)
def test_a_query_finds_the_forms_found_by_reading(koryu: Koryu, query: dict[str, Any]) -> None:
    command, *rest = query["args"]
    result = koryu(command, "--json", *rest)
    assert result.code == 0, result.err
    assert [record["id"] for record in json.loads(result.out)] == query["ids"]


@pytest.mark.parametrize("query", REFUSED, ids=name)
def test_a_query_that_cannot_be_understood_is_refused(koryu: Koryu, query: dict[str, Any]) -> None:
    command, *rest = query["args"]
    result = koryu(command, "--json", *rest)
    assert (result.code, result.out) == (query["error"], "")
    assert query.get("suggests", "") in result.err
    assert result.err.strip()
