from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli import wareki
from koryu_cli.catalogue import reading
from koryu_cli.query.counting import TOTAL, Count, CrossTable, Tally
from koryu_cli.query.counting import count as count_of
from koryu_cli.query.counting import cross as cross_of
from koryu_cli.query.facets import FACETS, Facet
from koryu_cli.query.filters import Predicate, matcher
from koryu_cli.record.models import Agreement, AgreementDate

AGREEMENTS = reading.read(None)

FILTERS: dict[str, Callable[[str], Predicate]] = {
    "country": lambda value: matcher(countries=[value]),
    "prefecture": lambda value: matcher(prefectures=[value]),
    "theme": lambda value: matcher(themes=[value]),
    "kind": lambda value: matcher(kinds=[value]),
    "year": lambda value: matcher(when=[wareki.parse(value)]),
    "fiscal-year": lambda value: matcher(when=[wareki.parse(value)]),
    "era": lambda value: matcher(when=[wareki.parse(value)]),
    "decade": lambda value: matcher(when=[wareki.parse(value)]),
}

BY_HAND = {
    "country": "中国 8 韓国 7 ベトナム 4 "
    "イギリス 1 オーストラリア 1 カナダ 1 フランス 1 ブータン 1 ラオス 1",
    "prefecture": "神奈川県 4 北海道 3 青森県 3 埼玉県 2 静岡県 2 大阪府 2 福島県 1 千葉県 1 "
    "東京都 1 福井県 1 山梨県 1 兵庫県 1 鳥取県 1 山口県 1 愛媛県 1 福岡県 1 佐賀県 1 長崎県 1",
    "theme": "環境 8 上下水道 6 人材育成 6 人事交流 5 経済・産業 4 教育 3 政策 3 防災 3 "
    "観光 2 首長交流 2 文化・スポーツ 2 ICT 1 議会交流 1 都市基盤 1",
    "kind": "協定 8 覚書 8 協議書 2 合意書 2 その他 2 意向書 1 議定書 1 同意書 1",
    "year": "1990 1 1991 0 1992 1 1993 1 1994 0 1995 0 1996 1 1997 0 1998 0 1999 0 2000 0 "
    "2001 1 2002 1 2003 0 2004 1 2005 0 2006 1 2007 1 2008 1 2009 2 2010 1 2011 6 2012 6",
    # Form 25 (1992, no day) may lie in both 1991年度 and 1992年度; form 10 (2001-02-01) lies in
    # 2000年度, forms 16 and 22 (February and March 2012) in 2011年度.
    "fiscal-year": "1990年度 1 1991年度 1 1992年度 1 1993年度 1 1994年度 0 1995年度 0 1996年度 1 "
    "1997年度 0 1998年度 0 1999年度 0 2000年度 1 2001年度 0 2002年度 1 2003年度 0 2004年度 1 "
    "2005年度 0 2006年度 1 2007年度 1 2008年度 1 2009年度 2 2010年度 1 2011年度 8 2012年度 4",
    "era": "平成 25",
    "decade": "1990年代 4 2000年代 8 2010年代 13",
}


def count(agreements: Iterable[Agreement], facet: Facet) -> list[Count]:
    return count_of(Tally.of(agreements, [facet]), facet)


def cross(agreements: Iterable[Agreement], by: Facet, across: Facet) -> CrossTable:
    return cross_of(Tally.of(agreements, [by, across]), by, across)


def pairs(counts: Sequence[Count]) -> list[tuple[str, int]]:
    return [(found.value, found.count) for found in counts]


def made_between(start: str, end: str) -> Agreement:
    span = AgreementDate.model_construct(
        start=date.fromisoformat(start), end=date.fromisoformat(end), precision="year"
    )
    return AGREEMENTS[0].model_copy(update={"date": span})


@pytest.mark.parametrize("name", FACETS)
def test_counts_of_the_survey(name: str) -> None:
    words = BY_HAND[name].split()
    expected = list(zip(words[::2], map(int, words[1::2]), strict=True))
    assert pairs(count(AGREEMENTS, FACETS[name])) == expected


@pytest.mark.parametrize("name", FACETS)
@given(chosen=st.lists(st.sampled_from(AGREEMENTS), unique_by=lambda agreement: agreement.id))
def test_a_count_is_the_number_of_agreements_that_pass_the_filter(
    name: str, chosen: list[Agreement]
) -> None:
    counts = count(chosen, FACETS[name])
    passing = [sum(map(FILTERS[name](found.value), chosen)) for found in counts]
    assert [found.count for found in counts] == passing
    assert bool(counts) is bool(chosen)


@pytest.mark.parametrize(("by", "across"), list(permutations(FACETS, 2)))
def test_cells_and_margins_are_numbers_of_agreements(by: str, across: str) -> None:
    table = cross(AGREEMENTS, FACETS[by], FACETS[across])
    for row in table.rows:
        of_row = list(filter(FILTERS[by](row), AGREEMENTS))
        assert table.cells[row, TOTAL] == len(of_row)
        for column in table.columns:
            passing = sum(map(FILTERS[across](column), of_row))
            assert table.cells[row, column] == passing, (row, column)
    for column in table.columns:
        assert table.cells[TOTAL, column] == sum(map(FILTERS[across](column), AGREEMENTS))
    assert table.cells[TOTAL, TOTAL] == 25


@given(shuffled=st.permutations(AGREEMENTS))
def test_the_order_of_the_records_does_not_matter(shuffled: list[Agreement]) -> None:
    for facet in FACETS.values():
        assert count(shuffled, facet) == count(AGREEMENTS, facet)


@given(cut=st.integers(0, len(AGREEMENTS)))
def test_the_tallies_of_two_parts_add_up_to_that_of_the_whole(cut: int) -> None:
    facets = list(FACETS.values())[-3:]
    parts = [Tally.of(part, facets) for part in (AGREEMENTS[:cut], AGREEMENTS[cut:])]
    assert parts[0] + parts[1] == Tally.of(AGREEMENTS, facets)


@pytest.mark.parametrize(
    ("name", "start", "end", "values"),
    [
        ("era", "1989-01-01", "1989-01-31", ["昭和", "平成"]),
        ("era", "1989-01-08", "1989-01-08", ["平成"]),
        ("era", "1912-07-30", "1912-07-30", ["明治", "大正"]),
        ("era", "2019-05-01", "2019-05-01", ["令和"]),
        ("fiscal-year", "2012-03-31", "2012-03-31", ["2011年度"]),
        ("fiscal-year", "2012-04-01", "2012-04-01", ["2012年度"]),
        ("fiscal-year", "2012-03-01", "2012-04-30", ["2011年度", "2012年度"]),
        ("decade", "1999-12-31", "2000-01-01", ["1990年代", "2000年代"]),
        ("year", "1992-01-01", "1992-12-31", ["1992"]),
    ],
)
def test_a_date_counts_for_every_period_that_it_may_lie_in(
    name: str, start: str, end: str, values: list[str]
) -> None:
    assert pairs(count([made_between(start, end)], FACETS[name])) == [(v, 1) for v in values]


def made_in(*years: int) -> list[Agreement]:
    return [made_between(f"{year:04}-05-05", f"{year:04}-05-05") for year in years]


def test_no_era_between_the_first_and_the_last_is_left_out() -> None:
    assert pairs(count(made_in(1911, 2020), FACETS["era"])) == [
        ("明治", 1), ("大正", 0), ("昭和", 0), ("平成", 0), ("令和", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "years", "values", "gaps"),
    [
        ("year", (1990, 1993), ["1990", "1991", "1992", "1993"], []),
        ("year", (1990, 2011), [str(year) for year in range(1990, 2012)], []),
        ("year", (1990, 2012), ["1990", "2012"], [("1991", "2011")]),
        ("year", (1873, 1873, 9999), ["1873", "9999"], [("1874", "9998")]),
        ("fiscal-year", (1873, 9999), ["1873年度", "9999年度"], [("1874年度", "9998年度")]),
        ("decade", (1873, 9999), ["1870年代", "9990年代"], [("1880年代", "9980年代")]),
        ("decade", (1955, 1985), ["1950年代", "1960年代", "1970年代", "1980年代"], []),
        ("year", (8, 1990), ["0008", "1990"], [("0009", "1989")]),
        ("year", (), [], []),
    ],
)
def test_empty_periods_are_shown_where_they_are_few(
    name: str, years: tuple[int, ...], values: list[str], gaps: list[tuple[str, str]]
) -> None:
    facet = FACETS[name]
    tally = Tally.of(made_in(*years), [facet])
    assert [found.value for found in count_of(tally, facet)] == values
    assert facet.gaps(tally.values[0]) == gaps


@pytest.mark.parametrize("across", ["year", "fiscal-year", "decade"])
def test_a_cross_table_has_no_column_without_agreements(across: str) -> None:
    table = cross(made_in(1990, 1992, 9999), FACETS["year"], FACETS[across])
    assert list(table.rows) == ["1990", "1991", "1992", "9999"]
    assert all(table.cells[TOTAL, column] for column in table.columns)


def test_agreements_without_a_value_are_counted_apart() -> None:
    """They are in the margins of a cross table, and in no row or column."""
    bare = AGREEMENTS[0].model_copy(update={"date": None, "kind": None, "themes": ()})
    facets = [FACETS["kind"], FACETS["theme"], FACETS["year"]]
    assert Tally.of([bare, AGREEMENTS[0]], facets).missing == [1, 1, 1]
    table = cross([bare], FACETS["kind"], FACETS["country"])
    assert (table.rows, table.columns, table.cells[TOTAL, "中国"]) == ([], ["中国"], 1)
    assert table.documents() == []


def test_an_agreement_counts_once_for_a_country_with_several_of_its_governments() -> None:
    (form_25,) = (agreement for agreement in AGREEMENTS if agreement.id == 25)
    assert len(form_25.overseas) > 1
    assert pairs(count([form_25], FACETS["country"])) == [("韓国", 1)]


def test_cells_that_are_not_zero_become_documents() -> None:
    chosen = [agreement for agreement in AGREEMENTS if agreement.id in (19, 24)]
    assert cross(chosen, FACETS["country"], FACETS["theme"]).documents() == [
        {"value": "イギリス", "across": "政策", "count": 1},
        {"value": "フランス", "across": "政策", "count": 1},
        {"value": "フランス", "across": "ICT", "count": 1},
    ]
