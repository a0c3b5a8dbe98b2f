"""What a cell says of overseas partners: the name of each, and what stands beside it."""

import re
from itertools import pairwise

from koryu_cli.ledger.beside_name import (
    EDGES,
    IN_LATIN_BRACKETS,
    Partner,
    country_word,
    read_piece,
    read_place,
    without_flag,
)
from koryu_cli.ledger.divisions import chain_of, is_chain, is_latin, stand_beside_each_other
from koryu_cli.ledger.originals import is_original, with_names_on_lines
from koryu_cli.ledger.remarks import (
    BRACKETED,
    RELATION,
    Remarks,
    is_date,
    part_at_arrow,
    take_dates,
    without_marks,
)
from koryu_cli.ledger.sides import BODY, HIDDEN, split_outside_brackets
from koryu_cli.places.areas import find_area
from koryu_cli.places.beginnings import country_at_beginning
from koryu_cli.places.countries import may_be_name, try_country
from koryu_cli.text import fold

_LISTED = (
    rf"\s*[、，;；\n/／]\s*|\s*(?=[①-⑳])"
    rf"|(?<={HIDDEN})(?:\s*(?:[,・]|及び|および|並びに|ならびに)\s*|\s+)(?=[^{HIDDEN}].*{HIDDEN})"
)
_IN_A_NAME = r"\s*[\n、，,;；/／]\s*"
_IN_A_LATIN_NAME = r"\s*[\n;；/／]\s*"
_PLAIN = re.compile("[\u3005\u30a1-\u30fa\u30fc\u4e00-\u9fff]+")
_BEHIND_ITS_KIND = re.compile(r".+[州省県郡道府区市町村島港領][・:：\s]+([^・:：\s]+)")
_JOINED = re.compile("[・･&＆と+＋]|及び|および|並びに|ならびに")
"""What a name begins with that stands behind another: 鄭州市・洛陽市."""
_SEVERAL_IN_LATIN = re.compile(r"[;；]|,[^/]*\s[/／]\s[^/]*,")
"""What stands between names in Latin letters that are not parts of one: A; B, and A, B / C, D."""
_AND_OTHERS = re.compile(
    r"(?:ほか|他|外)\s*[0-9０-９一二三四五六七八九十]+\s*(?:[市州省県町村]|都市|自治体|団体|件|か所)$"
    r"|(?<=[市州省県郡町村区)）])\s*(?:ほか|など|等|他)$"
    r"|[ァ-ヶー・]市[\s\u3000]+[ァ-ヶー・]+市$"
)
"""What stands behind the first of several partners: リヨン市ほか1市, 甲市 乙市."""
# A country and a state of America, which only a further word can tell apart.
_STATE_OR_COUNTRY = {"georgia"}


def partners(text: str) -> list[Partner]:
    """Return the partners that a cell names: several where each has its own bracket or country."""
    cell = without_marks(text)
    if _PLAIN.fullmatch(cell):
        return [read_partner(cell)]
    cell = with_names_on_lines(cell)
    listed = [part for part in split_outside_brackets(_LISTED, cell) if without_marks(part)]
    if len(listed) > 1 and (all(map(_has_own_bracket, listed)) or _have_own_countries(listed)):
        return [read_partner(without_marks(part)) for part in listed]
    return [read_partner(cell)]


def read_partner(text: str) -> Partner:
    """Return what a text says of one partner."""
    found = Partner()
    if _PLAIN.fullmatch(text) and not RELATION.search(text):  # as most are: nothing beside the name
        found.name = text
        if may_be_name(text):
            _read_japanese_name([text], found)
        else:
            found.chain = chain_of(text)
        return found
    text = without_flag(part_at_arrow(text, found.remarks), found)
    name, end = "", 0
    for bracketed in BRACKETED.finditer(text):
        before, content = text[end : bracketed.start()], without_marks(bracketed[1])
        name, end = _joined(name, before), bracketed.end()
        is_in_a_date = content.isdecimal() and text[end : end + 1] == "年"  # 昭和34(1959)年
        if is_in_a_date or is_original(content, name):
            name += bracketed[0]
        elif BODY.search(content) and not BODY.search(name) and not try_country(content):
            name, found.body = name + bracketed[0], content
        else:
            read_place(content, found)
    _read_name(_joined(name, text[end:]), found)
    _order_divisions(found)
    if not found.chain and _lie_beside_each_other(found.within):
        found.leave_whole(text)
        found.within = []
    return found


def _joined(name: str, behind: str) -> str:
    """Return a name and what stands behind a bracket left out, letters apart: リヨン市 S34.4.7."""
    is_letter = behind[:1].isascii() and behind[:1].isalpha()
    return f"{name} {behind}" if name and is_letter else name + behind


def _lie_beside_each_other(places: list[str]) -> bool:
    """Tell whether places in the bracket of a country lie beside each other: A市、B市; A省、B省."""
    return any(one[-1] == other[-1] and one[-1] in "市省道" for one, other in pairwise(places))


def _order_divisions(found: Partner) -> None:
    """Put divisions in brackets where they belong among those of the name.

    A district of a city lies in it: 上海市（嘉定区）. A county lies in the province that the name
    begins with: 全羅南道徳津面（霊岩郡）.
    """
    if found.within[1:] and is_outermost(found.within[-1]) and not is_outermost(found.within[0]):
        found.within.reverse()  # オーデンヴァルト郡、ヘッセン州
    own, around = "".join(found.chain[-1:]), "".join(found.within[:1])
    if own.endswith("市") and around.endswith(("区", "區", "鎮", "镇", "街道")):
        place = len(found.chain)
    elif found.chain[1:] and is_outermost(found.chain[0]) and not is_outermost(around):
        place = 1
    else:
        return
    found.chain[place:place], found.within = found.within, []


def is_outermost(division: str) -> bool:
    """Tell whether a division is a state or province by its last character."""
    return division.endswith(("州", "省", "道"))


def read_country(text: str) -> Partner:
    """Return what the cell of the country says: the country, and states (USA, Oregon) in it."""
    country, *states = re.split(IN_LATIN_BRACKETS, BRACKETED.sub(r",\1", text))
    if states and country_word(country) and all(map(_is_latin_state, states)):
        return Partner(countries=[country], within=states)
    return read_partner(text)


def _is_latin_state(text: str) -> bool:
    return is_latin(text) and not try_country(text) and not is_date(text)


def _has_own_bracket(part: str) -> bool:
    return BRACKETED.search(part) is not None and BRACKETED.sub("", part).strip() != ""


def _have_own_countries(parts: list[str]) -> bool:
    """Tell whether each part begins with its country, and names beside each other stand behind."""
    bare = [*map(without_marks, parts)]
    countries = [country_at_beginning(part) for part in bare]
    names = [part[len(first) :] for part, first in zip(bare, countries, strict=True)]
    return (
        all(first and find_area(first) is None for first in countries)
        and all(names)
        and stand_beside_each_other(names)
    )


def _read_name(text: str, found: Partner) -> None:
    """Read a partner's name, with only those brackets that are a part of it."""
    text = without_marks(take_dates(text, found.remarks)).strip(EDGES)
    separators = _IN_A_LATIN_NAME if is_latin(text) else _IN_A_NAME
    names = []
    for line in split_outside_brackets(separators, text):
        if RELATION.fullmatch(line):
            found.remarks.note(line)
        else:
            names.append(_without_relation(line, found.remarks))
    while len(names) > 1 and country_word(names[-1]):
        found.countries.append(names.pop())
    if is_latin("".join(names)):
        if len(names) > 1 and _SEVERAL_IN_LATIN.search(text):
            found.leave_whole(text)
            return
        found.name = ", ".join(names)
        _read_latin_name(found)
    else:
        found.name = "".join(names)
        _read_japanese_name(names, found)


def _read_latin_name(found: Partner) -> None:
    """Read a name in Latin letters: the smallest first, the country last, commas between."""
    parts = [part.strip() for part in found.name.split(",") if part.strip()]
    is_doubtful = len(parts) > 1 and fold(parts[-1]) in _STATE_OR_COUNTRY
    if parts and not is_doubtful and country_word(parts[-1]):
        found.begins_with = parts.pop()
        found.countries.append(found.begins_with)
    found.chain = parts[::-1]


def _read_japanese_name(names: list[str], found: Partner) -> None:
    """Read a name that may begin with its country, on one line or on several."""
    bare = [BRACKETED.sub("", name).strip(EDGES) for name in names]
    if bare and (behind := _place_behind(bare[-1])):
        read_piece(behind, found)
        bare[-1] = bare[-1].removesuffix(behind).strip(EDGES)
    first = country_at_beginning(bare[0]) if bare else ""
    rest = (
        [name for name in (bare[0][len(first) :].strip(EDGES), *bare[1:]) if name] if bare else []
    )
    if not is_chain(rest):
        found.leave_whole("、".join(names))
        return
    if first:
        found.begins_with = first
        found.countries.append(first)
        rest = [name for each in rest for name in _parted_by_area(each)]
    if first.isascii():  # as koryu prints it in English: South Korea 江原道襄陽郡
        found.name = found.name.removeprefix(first).strip()
    if len(rest) == 1 and not BODY.search(rest[0]) and BODY.search(f"某{rest[0]}"):
        found.chain = [found.name]  # 中国銀行
        return
    found.chain = [division for name in rest for division in chain_of(name)]
    if any(map(_JOINED.match, found.chain[1:])) or _AND_OTHERS.search(found.name):
        found.leave_whole(found.name)
    elif any(one[-1] == other[-1] in "省道" for one, other in pairwise(found.chain)):
        found.leave_whole(found.name)  # 江蘇省・浙江省


def _parted_by_area(name: str) -> list[str]:
    """Return a name behind its country, parted from a part of that before it (ウェールズ)."""
    part = country_at_beginning(name)
    rest = name.removeprefix(part).strip(EDGES)
    return [part, rest] if part and rest and find_area(part) else [name]


def _place_behind(name: str) -> str:
    """Return the place behind a name with its kind: a country (西安市・中国), or a state of one."""
    behind = _BEHIND_ITS_KIND.fullmatch(name)
    if behind is None or country_at_beginning(name):
        return ""
    place = behind[1]
    is_state = country_at_beginning(place) and place.endswith(("州", "省", "県", "道"))
    return place if country_word(place) or is_state else ""


def _without_relation(name: str, remarks: Remarks) -> str:
    """Return a name without what partners call each other behind it (上海市 友好都市)."""
    relation = re.search(rf"(?<=[市州省県郡町村区港道\s)）])\s*({RELATION.pattern})$", name)
    if relation is None:
        return name
    remarks.note(relation[1])
    return name[: relation.start()].strip()
