"""The picture in README."""

import re

from picture import PICTURE, picture


def test_it_shows_what_koryu_prints() -> None:
    """`python tests/picture.py` brings it up to date."""
    assert PICTURE.read_text("utf-8") == picture()


def test_it_needs_nothing_from_elsewhere() -> None:
    assert re.findall("href|url\\(|<script|<image|@import", picture()) == []
