"""`koryu search`: what it finds is in tests/data/queries.json; here is how it says it."""

import json
import re

import pytest
from conftest import Golden, Koryu
from rich.cells import cell_len

from koryu_cli.catalogue import reading
from koryu_cli.query import search
from koryu_cli.text import fold, forms
from koryu_cli.views.hits import HIGHLIGHT

AGREEMENTS = reading.read()


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_page_at_the_widths_of_terminals(koryu: Koryu, golden: Golden, width: int) -> None:
    result = koryu("--color", "never", "search", "下水", "研修", "-t", "水", terminal=width)
    golden(f"search-{width}", result.out)
    assert max(map(cell_len, result.out.splitlines())) <= width


def test_every_match_is_highlighted_where_it_stands(koryu: Koryu) -> None:
    """In the words of the form, whatever way the term is spelled."""
    out = koryu("search", "ｳｫｰｷﾝｸﾞ", terminal=120).out
    highlighted = re.findall(r"\x1b\[[\d;]*7[\d;]*m(.+?)\x1b\[0m", out)
    assert "reverse" in HIGHLIGHT
    assert len(highlighted) == 8
    assert set(highlighted) == {"ウォーキング"}


@pytest.mark.parametrize(
    "term", ["下水", "ケ所", "總公司", "wcc", "ふるさと", "技術 交流", "イツシー"]
)
def test_what_is_highlighted_is_the_term(term: str) -> None:
    query = search.parse_terms([term])
    found = {each.id: search.find(each, query) for each in AGREEMENTS}
    assert {number for number, hit in found.items() if hit} == {
        each.id for each in AGREEMENTS if search.answers(each, query)
    }
    hits = [hit for hit in found.values() if hit]
    terms = [
        hit.text[slice(*place)] for hit in hits for each in hit.matches for place in each.terms
    ]
    assert terms
    assert {fold(word) for word in terms} <= {*forms(term), fold(term)}


def test_title_and_names_count_more_than_texts(koryu: Koryu) -> None:
    """Forms 7 and 17 speak of disasters in their texts; only form 7 does so in its name."""
    best_first = [line for line in koryu("search", "防災").out.splitlines() if line[:1].isdigit()]
    assert [line.split()[0] for line in best_first] == ["7", "17"]
    by_number = json.loads(koryu("search", "職員", "--json").out)
    assert [each["id"] for each in by_number] == sorted(each["id"] for each in by_number)


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (["--limit", "3"], slice(3)),
        (["--offset", "2"], slice(2, None)),
        (["--offset", "2", "--limit", "3"], slice(2, 5)),
        (["--limit", "100"], slice(None)),
    ],
    ids=["limit", "offset", "both", "limit beyond the last"],
)
@pytest.mark.parametrize("order", [[], ["--sort=-date"]], ids=["best first", "newest first"])
def test_some_hits_are_written_as_all_are(
    koryu: Koryu, options: list[str], part: slice, order: list[str]
) -> None:
    hits = koryu("search", "環境", *order).out.rstrip("\n").split("\n\n")
    some = koryu("search", "環境", *order, *options).out.rstrip("\n").split("\n\n")
    assert len(hits) > 5
    assert some == hits[part]


def test_a_hit_names_the_field(koryu: Koryu) -> None:
    out = koryu("search", "危機管理").out
    assert "担当部署  総務部危機管理局危機管理課" in out


@pytest.mark.parametrize(
    "word", ["青森県\n六ヶ所村", "青森県\u3000六ヶ所村", "\n青森県\r\n六ヶ所村\n"]
)
def test_a_line_end_or_a_full_width_blank_parts_terms(word: str) -> None:
    assert [term.word for term in search.parse_terms([word]).wanted] == ["青森県", "六ヶ所村"]


def test_an_excluded_term_may_not_occur(koryu: Koryu) -> None:
    found = koryu("search", "-o", "ids", "--", "職員", "-派遣").out.split()
    assert found == koryu("search", "-o", "ids", "--", "職員", "－派遣").out.split()
    both = koryu("search", "-o", "ids", "職員", "派遣").out.split()
    assert sorted(found + both, key=int) == koryu("search", "-o", "ids", "職員").out.split()


@pytest.mark.parametrize(
    ("term", "suggested"),
    [("ウォーキンク", "ウォーキング"), ("下水菅", "下水道"), ("うおうきんぐ", "ウォーキング")],
)
def test_nothing_found_suggests_near_words(koryu: Koryu, term: str, suggested: str) -> None:
    result = koryu("search", term)
    assert (result.code, result.out) == (0, "")
    assert f"「{term}」は見当たりません" in result.err
    assert suggested in result.err


def test_of_equally_near_words_the_more_frequent_are_suggested(koryu: Koryu) -> None:
    assert "もしかして: 技術交流、" in koryu("search", "行政交流").err


def test_terms_that_occur_but_never_together_get_no_suggestion(koryu: Koryu) -> None:
    result = koryu("search", "ブータン", "下水")
    assert (result.code, result.out) == (0, "")
    assert result.err == "0 件（この調査の個票 25 件のうち）\n"


def test_formats_are_those_of_list(koryu: Koryu) -> None:
    for form in ("json", "ndjson", "csv", "tsv", "markdown", "ids"):
        listed = koryu("list", "-g", "フェ市", "-o", form).out
        assert koryu("search", "フェ市人民委員会", "-o", form).out == listed


def test_count_and_limit(koryu: Koryu) -> None:
    assert koryu("search", "下水", "--count").out == "4\n"
    assert len(koryu("search", "下水", "--limit", "2", "-o", "ids").out.split()) == 2


@pytest.mark.parametrize("term", ["", " ", "・", "-"])
def test_a_term_without_letters_is_refused(koryu: Koryu, term: str) -> None:
    result = koryu("search", "--", term)
    assert (result.code, result.out) == (2, "")
    assert f"「{term}」" in result.err


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["職員", "-派遣"], 6),
        (["--", "職員", "-派遣"], 6),
        (["−派遣", "職員"], 6),
        (["職員", "－派遣"], 6),
        (["職員　派遣"], 8),
        (["職員", "派遣"], 8),
        (["職員 派遣"], 0),
        (["0858-75-4112"], 1),
        (["kikaku@town"], 1),
    ],
)
def test_terms_as_people_type_them(koryu: Koryu, words: list[str], count: int) -> None:
    assert koryu("search", "--count", *words).out == f"{count}\n"


def test_an_option_behind_two_dashes_is_no_term(koryu: Koryu) -> None:
    result = koryu("search", "--", "職員", "-派遣", "--count")
    assert (result.code, result.out) == (2, "")
    assert "「--count」は -- の後では探す語になります。-- の前に書いてください。" in result.err


@pytest.mark.parametrize(
    ("term", "option"),
    [
        ("人事交流", "-t 人事交流"),
        ("再掲", "--reprinted"),
        ("平成24年6月28日", "--when 平成24年6月28日"),
        ("1 April 2011", '--when "1 April 2011"'),
        ("sewerage", "-t sewerage"),
        ("Water and sewerage", '-t "Water and sewerage"'),
    ],
)
def test_a_term_that_is_the_value_of_a_filter_is_told_so(
    koryu: Koryu, term: str, option: str
) -> None:
    assert koryu("search", term, "--json") == (
        0,
        "[]\n",
        f"「{term}」は {option} なら絞り込めます。\n",
    )
