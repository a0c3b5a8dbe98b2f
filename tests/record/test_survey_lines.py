"""How the three texts of each record divide into lines.

The dump ran many lists together into one line. ``data/survey-lines.txt`` has those texts in full
as they were divided by reading them, with the texts where a reader could hesitate. The rules:

- A line is one paragraph, one list item or one table row.
- An item begins at a ・ that opens it. ・ also stands inside items (ふくしま・BC, 中・高校生,
  浸水問題・固形廃棄物管理), and form 23 has none at all: there each sentence is an item.
- A remark in parentheses that explains one item belongs to that item's line (form 18, as in form
  5, where no blank ever stood before it). Form 1's remark （※現在、上記の取組は…） is about all the
  items above it, so it is a paragraph.
- A blank where a printed line ended is dropped: after 。 (forms 7, 8, 18, 21), after 、 (form 18)
  and inside 多文化 共生NGO (form 21, which has 多文化共生 elsewhere). It is no line of its own:
  form 18 has such blanks in the middle of a sentence.
- A line break that the dump does show is kept, also inside an item (form 4) or before a closing
  remark (form 25). Blanks that the authors typed stay: 12月1日まで 中国 (form 4), 禹 堉敏 (9),
  【成果】 当市 (11), 送金 等 (24).
- The cells of a table row are joined by one full-width space.
"""

import json
import re
from pathlib import Path

import pytest
import survey

ROOT = Path(__file__).parents[2]
RECORDS = {
    record["id"]: record
    for record in json.loads((ROOT / "data" / "agreements.json").read_text("utf-8"))
}
FORMS = survey.read_forms()
SECTIONS = ("background", "activities", "outcomes")

Place = tuple[int, str]


def read_golden_lines() -> dict[Place, list[str]]:
    """Return the lines by form number and section."""
    text = (ROOT / "tests" / "data" / "survey-lines.txt").read_text("utf-8")
    blocks = re.findall(r"^== (\d+) (\w+)\n(.+?)\n*(?=^==|\Z)", text, re.DOTALL | re.MULTILINE)
    return {(int(number), section): lines.split("\n") for number, section, lines in blocks}


GOLDEN_LINES = read_golden_lines()
RUN_TOGETHER: set[Place] = {
    (number, section)
    for number, form in FORMS.items()
    for section in SECTIONS
    if "<ul" in getattr(form, section)
}
TABLES: set[Place] = {(9, "activities")}
UNDISPUTED: list[Place] = [
    (number, section)
    for number, form in FORMS.items()
    for section in SECTIONS
    if (number, section) not in GOLDEN_LINES and survey.lines(getattr(form, section))
]


def name(place: Place) -> str:
    return f"form-{place[0]:02}-{place[1]}"


def stored_lines(place: Place) -> list[str]:
    number, section = place
    text: str = RECORDS[number][section]
    return text.split("\n")


def test_every_list_that_was_run_together_has_been_divided_by_reading() -> None:
    assert {number for number, _ in RUN_TOGETHER} == {1, 5, 15, 18, 21, 22, 23}
    assert GOLDEN_LINES.keys() >= RUN_TOGETHER | TABLES


@pytest.mark.parametrize("place", GOLDEN_LINES, ids=name)
def test_the_golden_lines_say_what_the_form_says(place: Place) -> None:
    number, section = place
    said = survey.without_markup(getattr(FORMS[number], section))
    assert survey.characters("".join(GOLDEN_LINES[place])) == survey.characters(said)


@pytest.mark.parametrize("place", GOLDEN_LINES, ids=name)
def test_lines_are_those_found_by_reading(place: Place) -> None:
    assert stored_lines(place) == GOLDEN_LINES[place]


@pytest.mark.parametrize("place", UNDISPUTED, ids=name)
def test_lines_that_the_dump_kept_are_kept(place: Place) -> None:
    number, section = place
    assert stored_lines(place) == survey.lines(getattr(FORMS[number], section))
