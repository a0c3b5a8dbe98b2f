"""What a search shows, with colour and without."""

import io

import pytest
from rich.console import Console

from koryu_cli.catalogue import reading
from koryu_cli.query.search import find, parse_terms
from koryu_cli.record.models import Agreement
from koryu_cli.views import hits

AGREEMENTS = reading.read()
HOSTILE = AGREEMENTS[0].model_copy(
    update={"title": "[red]環境\n\t\x1b[31m", "background": "\u202e環境\x9b" * 9 + "か\u3099" * 40}
)


@pytest.mark.parametrize("words", [["下水"], ["環境", "交流"], ["職員"], ["ﾎｰﾑｽﾃｲ"], ["さっぽろ"]])
@pytest.mark.parametrize("agreements", [AGREEMENTS, [HOSTILE]], ids=["survey", "hostile"])
def test_the_plain_form_is_the_other_without_colour(
    words: list[str], agreements: list[Agreement]
) -> None:
    query = parse_terms(words)
    found = [(each, hit.matches) for each in agreements if (hit := find(each, query))]

    page = io.StringIO()
    console = Console(file=page, width=100_000, markup=False, emoji=False, highlight=False)
    console.print(hits.render(found, None))
    lines = [line.rstrip() for line in page.getvalue().split("\n")]

    plain = "".join(hits.apart(hits.plain(*hit) for hit in found))
    assert plain.split("\n") == (lines if found else [""])


def test_a_record_without_a_title_begins_with_its_sides() -> None:
    bare = AGREEMENTS[0].model_copy(update={"title": None, "agreement": None})
    hit = find(bare, parse_terms(["瀋陽"]))
    assert hit
    first, *_others = hits.plain(bare, hit.matches).splitlines()
    assert first == "1  北海道札幌市 - 中国 遼寧省瀋陽市（平成8年6月24日）"
