"""How filters go together; what each finds is in tests/data/queries.json."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from koryu_cli import wareki
from koryu_cli.catalogue import reading
from koryu_cli.errors import UsageError
from koryu_cli.query.filters import matcher
from koryu_cli.record.models import Agreement
from koryu_cli.record.vocabulary import KINDS, THEMES

AGREEMENTS = reading.read()

WORDS: dict[str, st.SearchStrategy[Any]] = {
    "countries": st.lists(st.sampled_from(["韓国", "cn", "Viet Nam", "仏", "ドイツ"]), max_size=2),
    "prefectures": st.lists(st.sampled_from(["北海道", "2", "kanagawa", "沖縄"]), max_size=2),
    "governments": st.lists(st.sampled_from(["市", "さっぽろ", "瀋陽", "ヶ"]), max_size=2),
    "themes": st.lists(st.sampled_from([*THEMES, "水"]), max_size=2),
    "kinds": st.lists(st.sampled_from(KINDS), max_size=2),
    "when": st.lists(
        st.sampled_from(["平成24", "1992", "平成23年度"]).map(wareki.parse), max_size=2
    ),
    "since": st.none() | st.sampled_from(["平成10", "2012-02-10"]).map(wareki.parse),
    "until": st.none() | st.sampled_from(["平成23", "H24.5.23"]).map(wareki.parse),
    "reprinted": st.none() | st.booleans(),
}


def chosen(**filters: Any) -> list[Agreement]:
    matches = matcher(**filters)
    return [agreement for agreement in AGREEMENTS if matches(agreement)]


@given(st.fixed_dictionaries(WORDS))
def test_different_filters_must_all_hold(filters: dict[str, Any]) -> None:
    each = [chosen(**{name: value}) for name, value in filters.items()]
    assert chosen(**filters) == [a for a in AGREEMENTS if all(a in some for some in each)]


@given(st.sampled_from(sorted(set(WORDS) - {"since", "until", "reprinted"})), st.data())
def test_of_several_words_one_must_hold(name: str, data: st.DataObject) -> None:
    words = data.draw(WORDS[name])
    assume(words)
    each = [chosen(**{name: [word]}) for word in words]
    assert chosen(**{name: words}) == [a for a in AGREEMENTS if any(a in some for some in each)]


@given(st.fixed_dictionaries(WORDS))
def test_order_of_words_does_not_matter(filters: dict[str, Any]) -> None:
    found = chosen(**filters)
    for words in permutations(filters["countries"]):
        assert chosen(**{**filters, "countries": words}) == found


def test_no_filter_lets_everything_pass() -> None:
    assert chosen() == AGREEMENTS


@pytest.mark.parametrize(
    ("since", "until", "passes"),
    [
        ("平成4年7月", None, True),
        ("1993", None, False),
        (None, "平成4年1月1日", True),
        (None, "平成3年", False),
        ("平成4年5月", "平成4年6月", True),
    ],
)
def test_a_year_passes_if_it_may_lie_in_the_span(
    since: str | None, until: str | None, passes: bool
) -> None:
    """Form 25 is known to the year 1992 only."""
    matches = matcher(
        since=wareki.parse(since) if since else None, until=wareki.parse(until) if until else None
    )
    assert matches(AGREEMENTS[24]) is passes


EXCLUDED: dict[str, tuple[dict[str, Any], list[int]]] = {
    "a country": ({"countries": ["!中国"]}, [*range(9, 26)]),
    "in full width": ({"countries": ["！中国"]}, [*range(9, 26)]),
    "two countries": ({"countries": ["!中国", "!韓国"]}, [*range(15, 25)]),
    "a name": ({"countries": ["韓国"], "governments": ["!江原道"]}, [9, 12, 13, 25]),
    "what is wanted too": ({"countries": ["韓国", "!韓国"]}, []),
    "a prefecture": ({"prefectures": ["!北海道"], "countries": ["中国"]}, [4, 5, 6, 7, 8]),
    "a theme": ({"themes": ["!環境"], "countries": ["中国"]}, [1, 2, 6, 7]),
    "two kinds": ({"kinds": ["!覚書", "!協定"], "countries": ["中国"]}, [1, 2]),
    "a year": ({"not_when": [wareki.parse("2012")], "countries": ["韓国"]}, [9, 10, 11, 12, 25]),
}


@pytest.mark.parametrize(("filters", "ids"), EXCLUDED.values(), ids=EXCLUDED.keys())
def test_what_stands_behind_an_exclamation_mark_is_left_out(
    filters: dict[str, Any], ids: list[int]
) -> None:
    assert [agreement.id for agreement in chosen(**filters)] == ids


@given(st.sampled_from(["countries", "prefectures", "governments", "themes", "kinds"]), st.data())
def test_a_value_and_its_opposite_part_the_catalogue(name: str, data: st.DataObject) -> None:
    words = data.draw(WORDS[name])
    assume(words)
    with_it, without = chosen(**{name: words[:1]}), chosen(**{name: [f"!{words[0]}"]})
    assert sorted([*with_it, *without], key=lambda a: a.id) == AGREEMENTS


@pytest.mark.parametrize(
    ("name", "word", "suggestion"),
    [
        ("countries", "間国", "もしかして: 韓国"),
        ("prefectures", "青盛", "もしかして: 青森県"),
        ("themes", "防才", "もしかして: 防災"),
        ("kinds", "覚え書", "もしかして: 覚書"),
    ],
)
def test_a_word_that_belongs_nowhere_is_answered_with_near_ones(
    name: str, word: str, suggestion: str
) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(**{name: [word]})
    assert f"「{word}」" in str(caught.value)
    assert suggestion in str(caught.value)
