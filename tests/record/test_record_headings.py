"""Headings that are taken have a number behind them."""

import pytest

from koryu_cli.record.headings import numbered

NUMBERED = {
    "different ones": (["国", "州"], [], ["国", "州"]),
    "the same again": (["国", "国", "国"], [], ["国", "国2", "国3"]),
    "one that is taken": (["国", "国"], ["国"], ["国2", "国3"]),
    "a number that is taken": (["国", "国2", "国", "国"], [], ["国", "国2", "国3", "国4"]),
    "a number that is given": (["国", "国", "国2"], [], ["国", "国2", "国22"]),
}


@pytest.mark.parametrize(("headings", "taken", "expected"), NUMBERED.values(), ids=NUMBERED)
def test_headings_are_numbered(headings: list[str], taken: list[str], expected: list[str]) -> None:
    assert numbered(headings, taken) == expected


def test_each_of_many_like_ones_has_a_name_of_its_own() -> None:
    assert len(set(numbered(["国"] * 50_000))) == 50_000
