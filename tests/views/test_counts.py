"""Counts in words."""

import pytest

from koryu_cli.query.facets import FACETS
from koryu_cli.views.counts import label

LABELS = {
    "year": ("year", "2012", "2012（平成24年）"),
    "year-of-two-eras": ("year", "1989", "1989（昭和64年/平成元年）"),
    "fiscal-year": ("fiscal-year", "2012年度", "2012年度（平成24年度）"),
    "year-before-the-eras": ("year", "1872", "1872"),
    "last-fiscal-year": ("fiscal-year", "9999年度", "9999年度"),
    "decade": ("decade", "1990年代", "1990年代"),
    "country": ("country", "韓国", "韓国"),
}


@pytest.mark.parametrize(("facet", "value", "shown"), LABELS.values(), ids=LABELS)
def test_a_year_is_shown_in_both_calendars(facet: str, value: str, shown: str) -> None:
    assert label(value, FACETS[facet]) == shown
