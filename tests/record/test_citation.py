"""What is said of the source of the shipped agreements."""

import pytest

from koryu_cli import language, read
from koryu_cli.record.citation import citation
from koryu_cli.record.schema import schema

FORM_17 = next(agreement for agreement in read() if agreement.id == 17)


@pytest.mark.parametrize(
    ("chosen", "parts"),
    [
        ("ja", ["⑧「行政交流」", "個票 25 件", "2012年", "17番、17ページ"]),
        ("en", ["⑧ 行政交流", "25 forms", "2012", "form 17, page 17"]),
    ],
)
def test_a_form_is_cited_by_chapter_number_and_page(chosen: str, parts: list[str]) -> None:
    language.choose(["--lang", chosen], {})
    source = citation(FORM_17) or ""
    assert [part for part in parts if part not in source] == []


def test_a_form_without_a_page_is_cited_by_its_number() -> None:
    assert (citation(FORM_17.model_copy(update={"page": None})) or "").endswith("、17番")


@pytest.mark.parametrize("category", [None, "経済交流"])
def test_other_records_have_sources_of_their_own(category: str | None) -> None:
    assert citation(FORM_17.model_copy(update={"category": category})) is None


def test_the_schema_names_the_source_in_both_languages() -> None:
    document = schema()
    assert "⑧「行政交流」（個票 25 件、2012年の出来事まで）" in document["description"]
    assert "chapter ⑧ 行政交流" in document["$comment"].lower()
