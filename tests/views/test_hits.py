"""What a search shows, with colour and without."""

import io

import pytest
from rich.console import Console

from koryu_cli import language
from koryu_cli.catalogue import reading
from koryu_cli.query.search import find, parse_terms
from koryu_cli.record.models import Agreement
from koryu_cli.views import hits

AGREEMENTS = reading.read()
HOSTILE = AGREEMENTS[0].model_copy(
    update={"title": "[red]環境\n\t\x1b[31m", "background": "\u202e環境\x9b" * 9 + "か\u3099" * 40}
)


@pytest.mark.parametrize(
    "words", [["下水"], ["下水道", "水道"], ["環境", "交流"], ["職員"], ["ﾎｰﾑｽﾃｲ"], ["さっぽろ"]]
)
@pytest.mark.parametrize("agreements", [AGREEMENTS, [HOSTILE]], ids=["survey", "hostile"])
@pytest.mark.parametrize("chosen", language.LANGUAGES)
def test_the_plain_form_is_the_other_without_colour(
    words: list[str], agreements: list[Agreement], chosen: str
) -> None:
    language.choose(["--lang", chosen], {})
    query = parse_terms(words)
    found = [(each, hit) for each in agreements if (hit := find(each, query))]

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
    first, *_others = hits.plain(bare, hit).splitlines()
    assert first == "1  北海道札幌市 - 中国 遼寧省瀋陽市（平成8年6月24日）"


def test_terms_are_marked_in_the_title_and_not_shown_again_below_it() -> None:
    agreement = AGREEMENTS[0].model_copy(update={"title": "港と港の協定", "background": "港"})
    hit = find(agreement, parse_terms(["港"]))
    assert hit
    assert hits.title_of(agreement, hit) == [
        ("", False), ("港", True), ("と", False), ("港", True), ("の協定", False),
    ]  # fmt: skip
    assert [heading for heading, _pieces in hits.snippets(agreement, hit)] == ["経緯"]


def snippets_in(text: str) -> list[str]:
    """Return what is shown of a text in which 港 is looked for."""
    agreement = AGREEMENTS[0].model_copy(update={"background": text})
    hit = find(agreement, parse_terms(["港"]))
    assert hit
    pages = hits.snippets(agreement, hit)
    return ["".join(piece for piece, _ in pieces) for _, pieces in pages]


BEFORE, BEHIND = "あ" * hits.CONTEXT, "い" * hits.CONTEXT


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{BEFORE}港{BEHIND}", [f"{BEFORE}港{BEHIND}"]),
        (f"う{BEFORE}港{BEHIND}え", [f"...{BEFORE}港{BEHIND}..."]),
        (f"上\n{BEFORE[1:]}港{BEHIND[1:]}\n下", [f"{BEFORE[1:]}港{BEHIND[1:]}"]),
        (f"上\n{BEFORE}港{BEHIND}\n下", [f"{BEFORE}港{BEHIND}"]),
        (f"上\nう{BEFORE}港{BEHIND}え\n下", [f"...{BEFORE}港{BEHIND}..."]),
        (f"うか\u3099{BEFORE[1:]}港", [f"...か\u3099{BEFORE[1:]}港"]),
        (f"か\u3099{BEFORE[1:]}港", [f"か\u3099{BEFORE[1:]}港"]),
        (f"上\n\u3099{BEFORE[1:]}港", [f"\u3099{BEFORE[1:]}港"]),
        (f"港{BEHIND[1:]}か\u3099え", [f"港{BEHIND[1:]}か\u3099..."]),
        (f"港{BEHIND[1:]}か\u3099", [f"港{BEHIND[1:]}か\u3099"]),
        (f"港{BEHIND}{BEFORE}港", [f"港{BEHIND}{BEFORE}港"]),
        (f"港{BEHIND}う{BEFORE}港", [f"港{BEHIND}...", f"...{BEFORE}港"]),
        ("港\n港", ["港", "港"]),
    ],
    ids=[
        "no more than the context",
        "more on either side",
        "a line that is shorter",
        "a line as long",
        "a line that is longer",
        "a mark where the context begins",
        "a mark behind the first character",
        "a mark that begins a line",
        "a mark where the context ends",
        "a mark at the end",
        "two places near each other",
        "two places too far apart",
        "two lines",
    ],
)
def test_a_match_is_shown_in_its_context(text: str, shown: list[str]) -> None:
    assert snippets_in(text) == shown
