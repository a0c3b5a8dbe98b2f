"""The Japanese side of an agreement, from the cells of a ledger's row."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from koryu_cli.language import _, is_english
from koryu_cli.ledger.remarks import (
    BRACKETED,
    RELATION,
    Remarks,
    part_at_arrow,
    take_dates,
    without_marks,
)
from koryu_cli.ledger.sides import BODY, Problem, Side, split_outside_brackets
from koryu_cli.places.municipalities import Municipality, explain, find_municipalities, shown
from koryu_cli.places.prefectures import UnknownPrefectureError, find_prefecture, prefectures
from koryu_cli.text import fold, listed_names

_LATIN = re.compile(r"[\x00-\u024f]+")
_LISTED = r"\s*(?:[、,，;；&＆+＋]|及び|および|並びに|ならびに)\s*"
_LISTED_OR_ON_LINES = rf"{_LISTED}|\s*\n\s*"
_LISTED_IN_ENGLISH = r"\s*(?:[;/\n&+]|\band\b)\s*"
_LISTED_OR_PART_OF_A_NAME = rf"{_LISTED}|\s*・\s*"
_PERHAPS_LISTED = rf"{_LISTED_OR_PART_OF_A_NAME}|\s*[/／]\s*|\s+|と|及|與|暨"
_AREA = re.compile(r".{1,4}[都道府県郡]")
_OFFICE = re.compile("(?<=[市区])役所|(?<=[町村])役場|(?<=[道府県])庁|(?<=都)庁")
_NUMBER_OF_PREFECTURE = re.compile(r"^[0-9０-９]{1,2}[\s.．:：]*(?=北海道|..?.?[都府県])")
_BEFORE_PREFECTURE = re.compile(r"(.+?[市区町村])[\s　]+(\S+[都道府県])")
_OF_ANOTHER_TIME = re.compile(r"(?:([旧元])|現(?:在の?)?|今の)[・:：\s]*(.+)")
_OTHERS = re.compile("(?:ほか|など|等|他)$")
_HERE = re.compile(
    r"^(?:\U0001f1ef\U0001f1f5|日本の旗|日本国?(?=[・\s]|.{1,3}[都道府県縣]))[・\s]*"
)


def japanese_side(text: str, prefecture: str = "", *, explained: bool = True) -> Side:
    """Read the Japanese side of an agreement.

    Args:
        text: the cell with its governments, or with a port or another body; if it is blank, the
            prefecture itself is meant.
        prefecture: the cell of the column for the prefecture, if there is one.
        explained: whether problems say what may have been meant, which takes time.

    Returns:
        The governments; one that is not in the table of municipalities is a body, with a problem
        unless it is a port or the like. None are returned if both cells are blank.
    """
    home, own, problems = _home(prefecture)
    cell = without_marks(text) or own
    if not cell:
        return Side([], problems, [], [], [])
    side = _read_all(cell, home)
    for field, name in side.problems:
        message = explain(name, home) if explained else _unexplained(name)
        problems.append(Problem(field, message))
    return side._replace(problems=problems)


def _unexplained(name: str) -> str:
    return _("「{name}」という自治体はありません。", name=name)


def _home(cell: str) -> tuple[str | None, str, list[Problem]]:
    """Return the full name of the prefecture in a cell, or None and what is wrong with it.

    Between them stands the government that the cell names by itself: the prefecture, or a city
    that stands among the prefectures, as designated cities do.
    """
    word = _NUMBER_OF_PREFECTURE.sub("", without_marks(cell))
    word = re.sub("(?<=[A-Za-z])[0-9]{1,2}$", "", word)  # of a footnote
    if not word:
        return None, "", []
    try:
        home = find_prefecture(word).name
    except UnknownPrefectureError as error:
        found = find_municipalities(word)
        if len(found) == 1:
            return found[0].prefecture, found[0].full_name, []
        return None, "", [Problem("prefecture", str(error))]
    return home, home, []


def _read_all(cell: str, home: str | None) -> Side:
    """Read a cell that holds one government, or several with something between them.

    Problems hold the name that is not understood in place of a message.
    """
    is_latin = _LATIN.fullmatch(cell) is not None
    surely = _LISTED_IN_ENGLISH if is_latin else _LISTED_OR_ON_LINES
    perhaps = surely if is_latin else _LISTED_OR_PART_OF_A_NAME
    listed = _read_list(cell, perhaps, home)
    whole = listed[0] if len(listed) == 1 else _read(cell, home)
    if len(listed) > 1 and _are_understood(listed):
        return _joined(listed)
    if not whole.problems:
        return whole
    listed = [] if is_latin else _read_list(cell, _PERHAPS_LISTED, home)
    if listed and _are_understood(listed):
        return _joined(listed)
    listed = _read_list(cell, surely, home)
    return _joined(listed) if any(not side.problems for side in listed) else whole


def _are_understood(sides: list[Side]) -> bool:
    return all(not side.problems for side in sides)


def _read_list(cell: str, separators: str, home: str | None) -> list[Side]:
    """Read each of several governments; one may lie in the prefecture of the one before it."""
    sides: list[Side] = []
    before: str | None = None
    for part in filter(without_marks, split_outside_brackets(separators, cell)):
        side = _read(part, home)
        if side.problems and before:
            nearby = _read(part, before)
            side = side if nearby.problems else nearby
        sides.append(side)
        before = side.governments[0]["prefecture"] or before
    return sides


def _joined(sides: list[Side]) -> Side:
    return Side(*(list(chain.from_iterable(parts)) for parts in zip(*sides, strict=True)))


def _read(text: str, home: str | None) -> Side:
    """Read the name of one government, or of a body."""
    for name, place, remarks in _readings(text, home):
        found = find_municipalities(f"{name}({place})" if place else name, home)
        if home:  # beside its prefecture Osaka is the city
            found = tuple(each for each in found if each.name) or found
        if len(found) == 1:
            government = _government(found[0], name + place)
            return Side([government], [], _notices(found[0]), remarks.dates, remarks.words)
        if not found and BODY.search(name) and not _lacks_its_kind(name, home):
            if any(each.name for each in find_municipalities(place)):
                remarks.note(place)  # 大阪港（大阪市）
            return Side([_body(name, place, home)], [], [], remarks.dates, remarks.words)
    name = without_marks(text)
    return Side([_entry(name, home)], [Problem("japan", name)], [], [], [])


def _lacks_its_kind(name: str, home: str | None) -> bool:
    """Tell whether a name is that of a municipality without its kind: 函館, 都城, but not 境港."""
    is_port = name.endswith("港")
    return not is_port and any(find_municipalities(name + kind, home) for kind in "市町村")


def _readings(text: str, home: str | None) -> Iterator[tuple[str, str, Remarks]]:
    """Yield the ways in which a text may be a name, the place it lies in, and remarks.

    The first takes it as it is; the others take away more and more that stands around a name.
    """
    remarks = Remarks([], [])
    whole = part_at_arrow(without_marks(text), remarks)
    yield whole, "", remarks
    whole = _NUMBER_OF_PREFECTURE.sub("", re.sub(r"\s*[\n/／>＞]\s*", " ", whole))
    if behind := _BEFORE_PREFECTURE.fullmatch(whole):
        yield behind[1], behind[2], remarks
    name = BRACKETED.sub("", whole).strip()
    place = ""
    for bracketed in BRACKETED.finditer(whole):
        content = without_marks(bracketed[1])
        if _is_place_of(name, content, home):
            place = content
        elif len(find_municipalities(name + content)) == 1:
            name += content
        elif other := _OF_ANOTHER_TIME.fullmatch(content):
            of_other = _prefecture_of_successor(name, other[2]) if other[1] else ""
            place = place or of_other or _prefecture_of(other[2])
            remarks.note(content)
        elif not _is_reading(content, name) and content != name[-1:]:
            remarks.note(content)
    yield name, place, remarks
    name = take_dates(name, remarks)
    for found in (RELATION.search(name), _OTHERS.search(name)):
        if found:
            remarks.words.append(found[0])
            name = name.replace(found[0], "")
    name = _HERE.sub("", _OFFICE.sub("", without_marks(name)), count=1)
    yield name, place, remarks
    yield re.sub("^[旧元][・\\s]*", "", name), place, remarks
    if name in ("県", "府", "都", "道") and home:
        yield home, "", remarks


def _is_place_of(name: str, place: str, home: str | None) -> bool:
    """Tell whether a text in a bracket says where a government, or a port, lies."""
    return (
        _AREA.fullmatch(place) is not None
        or bool(find_municipalities(f"{name}({place})", home))
        or (BODY.search(name) is not None and len(find_municipalities(place)) == 1)
    )


def _prefecture_of(name: str) -> str:
    """Return the prefecture that a municipality lies in, or "" where it is not the only one."""
    found = {each.prefecture for each in find_municipalities(name)}
    return found.pop() if len(found) == 1 else ""


def _prefecture_of_successor(name: str, former: str) -> str:
    """Return the prefecture of the municipality that a former one became a part of, or ""."""
    found = {
        each.prefecture
        for each in find_municipalities(former)
        if each.abolished
        and any(successor.removeprefix(each.prefecture) == name for successor in each.successors)
    }
    return found.pop() if len(found) == 1 else ""


def _is_reading(text: str, name: str) -> bool:
    """Tell whether a text is the reading of a municipality's name, in kana or Latin letters."""
    return any(
        fold(text) == fold(each.kana) or text.casefold() in _spelt_in_english(each)
        for each in find_municipalities(name)
    )


def _spelt_in_english(each: Municipality) -> tuple[str, ...]:
    # Only a text in brackets behind a name needs it.
    from koryu_cli.places.english import english_name

    name = english_name(each).casefold()
    return name, name.split()[0]


def _government(found: Municipality, text: str) -> dict[str, Any]:
    """Return the entry of a government, with its county where the text has it."""
    county = found.county if found.county and fold(found.county) in fold(text) else ""
    return {
        "name": found.prefecture + county + found.name,
        "prefecture": found.prefecture,
        "municipality": found.name or None,
        "code": found.code,
        "kana": found.kana,
        "body": None,
    }


def _body(name: str, place: str, home: str | None) -> dict[str, Any]:
    """Return the entry of a port or the like, in the prefecture that the cells name."""
    within = next((each.name for each in prefectures() if place in each.spellings()[:2]), None)
    if not within and (around := find_municipalities(place)):
        within = around[0].prefecture
    before = next((each for each in prefectures() if name.startswith(each.name)), None)
    if not within and not before:
        ends = (found.end() for found in re.finditer("[市区町村]", name))
        cities = (_prefecture_of(name[:end]) for end in sorted(ends, reverse=True))
        within = next(filter(None, cities), None)  # 神戸市港湾局
    prefecture = within or (before.name if before else home)
    if before and name.endswith("港"):
        name = name.removeprefix(before.name)
    return _entry(name, prefecture)


def _entry(body: str, prefecture: str | None) -> dict[str, Any]:
    """Return the entry of what is not in the table of municipalities."""
    named = prefecture is None or body.startswith(prefecture)
    return {
        "name": body if named else f"{prefecture}{body}",
        "prefecture": prefecture,
        "municipality": None,
        "code": None,
        "kana": None,
        "body": body,
    }


def _notices(found: Municipality) -> list[str]:
    if found.abolished is None:
        return []
    return [
        _(
            "{name}は{year}年{month}月{day}日になくなり、今は{successors}です。",
            name=shown(found),
            year=found.abolished.year,
            month=found.abolished.month,
            day=found.abolished.day,
            successors=listed_names(map(_shown_successor, found.successors)),
        )
    ]


def _shown_successor(name: str) -> str:
    """Return the name of a municipality of today in the language chosen."""
    found = find_municipalities(name) if is_english() else ()
    return shown(found[0]) if len(found) == 1 else name
