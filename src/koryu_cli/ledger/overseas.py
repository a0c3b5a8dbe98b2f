"""The overseas side of an agreement, from the cells of a ledger's row."""

import re
from functools import lru_cache

from koryu_cli.language import _
from koryu_cli.ledger.beside_name import Partner, country_word
from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.divisions import without_repetition
from koryu_cli.ledger.partners import (
    is_outermost,
    partners,
    read_country,
    read_partner,
)
from koryu_cli.ledger.remarks import BRACKETED, without_marks
from koryu_cli.ledger.sides import BODY, Problem, Side
from koryu_cli.places import prefectures
from koryu_cli.places.american_states import is_american_state
from koryu_cli.places.areas import area_in, find_area, owner_of
from koryu_cli.places.countries import (
    Country,
    UnknownCountryError,
    country,
    country_named,
    find_country,
    try_country,
)
from koryu_cli.places.municipalities import find_municipalities, shown
from koryu_cli.text import listed, listed_names

_FOOTNOTE = re.compile("(?<=[A-Za-z])\\s*[0-9]{1,2}$")
_TERRITORY = re.compile(
    "(.+)(?:準州|自由州|自治州|自治連邦区|特別行政区|自治領|自治地域|諸島|地方)"
)
"""A part of a country with its kind, of which the part may be known without it."""


def overseas_sides(
    text: str,
    *,
    country: str = "",
    division: str = "",
    default_country: str = "",
    explained: bool = True,
) -> list[Side]:
    """Read the overseas side of an agreement, or of several in one cell.

    Args:
        text: the cell with the partner, or with several of which each has a bracket of its own.
        country: the cell of the column for the country.
        division: the cell of the column for the state or province.
        default_country: the country of partners that have none of their own: what the heading
            names (ドイツ側), or what the user gave.
        explained: whether problems say what country may have been meant, which takes time.

    Returns:
        One side for each agreement, with one government. A side in Japan is without any, and with
        a problem; so is that of a blank cell, without one.
    """
    name = _without_english_country(text, country or default_country)
    sides = [_side(each, country, division, default_country) for each in partners(name)]
    for side in sides:
        for index, (field, message) in enumerate(side.problems):
            if field == "country" and not message:
                word = without_marks(country) or country
                message = _unknown_country(word, explained=explained)
                side.problems[index] = Problem(field, message)
    return sides


def _without_english_country(text: str, word: str) -> str:
    """Return a name without the English name of its country, as koryu prints it before it."""
    found = try_country(without_marks(word)) if text.isascii() else None
    rest = text.removeprefix(f"{found.english} ") if found else text
    return text if rest in ("City", "State", "Province") else rest


def _side(partner: Partner, column: str, division: str, default: str) -> Side:
    """Return the side that a partner and the other cells of its row make."""
    side = Side([], [], [], partner.remarks.dates, partner.remarks.words)
    if not (partner.name or partner.within or partner.countries):
        return side
    if _is_named_as_another_country(partner, column, division, default):
        partner.countries.remove(partner.begins_with)
        partner.chain = [partner.name]
    _take_american_states(partner, column, default)
    states, found = _country_and_states(partner, column, default, side)
    column_divisions = _column_divisions(division, found)
    divisions = without_repetition([*states, *column_divisions, *partner.within], partner.chain)
    is_undecided = _is_undecided(side)
    if found is None and divisions and not is_undecided:
        found = _country_of_part(divisions[0])
    has_place = bool(column_divisions or partner.within) or is_undecided
    if message := _in_japan(partner, found, has_place=has_place):
        side.problems.append(Problem("overseas", message))
        return side
    if partner.is_several:
        side.problems.append(Problem("overseas", _several(partner.name)))
    body = partner.body
    if not body and partner.chain and BODY.search(partner.chain[-1]):
        body = divisions.pop()
    whole_name = partner.name if partner.chain else partner.name + "".join(partner.within)
    if body and body not in whole_name:  # ロサンゼルス（Los Angeles）港
        body = whole_name
    side.governments.append(
        {
            "name": whole_name or partner.countries[0],
            "country": (found.alpha2 or None) if found else None,
            "country_name": found.name if found else None,
            "divisions": divisions,
            "body": body or None,
        }
    )
    return side


def _country_and_states(
    partner: Partner, column: str, default: str, side: Side
) -> tuple[list[str], Country | None]:
    """Return the country of a partner, and the parts of it that the words for it name.

    What was wrong, and what a former state is today, is added to the side.
    """
    given = _column_words(column, partner, side)
    own = partner.countries
    words = [*given, *own] or [default] * bool(default)
    countries = {found: word for word in reversed(words) if (found := try_country(word))}
    if words and not countries:  # コンゴ, which two countries are called
        field = "country" if given else "overseas"
        side.problems.append(Problem(field, _unknown_country(words[0], explained=True)))
        side.words.extend(own)
    chosen = _chosen(list(reversed(countries)))
    if chosen is None and countries:
        side.problems.append(Problem("country", _conflict(list(reversed(countries.values())))))
        side.words.extend(own)
    areas = {word: area for word in words if (area := find_area(word))}
    for area in areas.values():
        former = country_named(area.name) if area.is_former_state and area.country else None
        if former and chosen:
            side.notices.append(
                _("{former}は今の{country}です。", former=former.shown, country=chosen.shown)
            )
    return [word for word, area in areas.items() if not area.is_former_state], chosen


def _is_named_as_another_country(
    partner: Partner, column: str, division: str, default: str
) -> bool:
    """Tell whether a whole name is that of a country other than its own: Lebanon in America.

    Its own country is said beside it, or a state of America is, or it is one of those itself, under
    米国側.
    """
    if not partner.begins_with or partner.name != partner.begins_with or partner.chain:
        return False
    named = try_country(partner.begins_with)
    given = try_country(without_marks(column))
    others = {try_country(word) for word in partner.countries if word != partner.begins_with}
    if given or others:
        owned_by = owner_of(named.alpha2) if named else ""
        is_owned = owned_by in {each.alpha2 for each in others if each}
        return bool(given and given != named) or not (others <= {named} or is_owned)
    if named == country("US"):
        return False
    is_in_america = any(map(is_american_state, [*partner.within[:1], without_marks(division)]))
    is_american = try_country(default) == country("US") and is_american_state(partner.name)
    return is_in_america or is_american


def _take_american_states(partner: Partner, column: str, default: str) -> None:
    """Let words that are countries and states of America be states in America: Georgia."""
    if try_country(without_marks(column) or default) != country("US"):
        return
    for word in [each for each in partner.countries if each != partner.begins_with]:
        if is_american_state(word) and try_country(word) != country("US"):
            partner.countries.remove(word)
            partner.within.append(word)


def _chosen(countries: list[Country]) -> Country | None:
    """Return the country meant by some: that of today, or the territory of another one of them."""
    if len(countries) < 2:
        return next(iter(countries), None)
    of_today = [each for each in countries if each.alpha2] or countries
    codes = {each.alpha2 for each in of_today}
    owners = {owner_of(code) for code in codes if code}
    without_owners = [each for each in of_today if each.alpha2 not in owners or not each.alpha2]
    return without_owners[0] if len(without_owners) == 1 else None


def _column_words(column: str, partner: Partner, side: Side) -> list[str]:
    """Return the words for the country in its own cell, which may name a state too.

    A problem has its message later.
    """
    word = _FOOTNOTE.sub("", without_marks(column) or column.strip())
    if says_nothing(word):
        return []
    if try_country(word) and (word.endswith("of)") or not BRACKETED.search(word)):
        return [word]
    place = read_country(word)
    others = list(filter(country_word, place.chain))  # アメリカ・中国
    side.words.extend(filter(None, [place.body, *place.remarks.words, *place.remarks.dates]))
    if place.countries:
        partner.within[:0] = [*place.within, *(each for each in place.chain if each not in others)]
    else:
        side.words.append(word)
        side.problems.append(Problem("country", ""))
    return sorted([*place.countries, *others], key=word.find)


def _is_undecided(side: Side) -> bool:
    """Tell whether the words for a country mean several: one for none has no message yet."""
    return any(problem.message for problem in side.problems)


def _unknown_country(word: str, *, explained: bool) -> str:
    if not explained:
        return _("「{word}」という国はありません。", word=word)
    try:
        return find_country(word).name
    except UnknownCountryError as error:
        return str(error)


def _column_divisions(cell: str, found: Country | None) -> tuple[str, ...]:
    """Return the divisions in the cell of the state or province, without the country."""
    word, divisions = _divisions_in(cell)
    is_country = divisions and found is not None and try_country(word) == found
    return () if is_country and find_area(word) is None else divisions


@lru_cache(maxsize=2**12)
def _divisions_in(cell: str) -> tuple[str, tuple[str, ...]]:
    """Return what stands in the cell of the state or province, and the divisions that it names."""
    word = without_marks(cell)
    if says_nothing(word):
        return word, ()
    place = read_partner(word)
    areas = [each for each in place.countries if find_area(each)] if place.chain else []
    own = place.chain or [word]
    if is_outermost(own[-1]) and not any(map(is_outermost, place.within)):
        return word, (*areas, *own, *place.within)  # カリフォルニア州（サンタクララ郡）
    return word, (*areas, *place.within, *own)


def _country_of_part(division: str) -> Country | None:
    """Return the country that has a well-known part of that name (ハワイ州)."""
    area = area_in(division)
    if area is None:
        territory = _TERRITORY.fullmatch(division)  # グアム準州, バイエルン自由州
        return try_country(territory[1]) if territory else None
    return None if area.is_former_state else country(area.country)


def _in_japan(partner: Partner, found: Country | None, *, has_place: bool) -> str:
    """Return a message if a partner lies in Japan, else ""."""
    place = partner.within[0] if len(partner.within) == 1 else ""
    is_of_prefecture = found is None and place in prefectures.names()
    if is_of_prefecture and find_municipalities(f"{partner.name}({place})"):
        return _domestic(partner.name)
    if found is None and not has_place and not partner.is_several:
        here = [each for each in find_municipalities(partner.name) if each.abolished is None]
        if here:
            return _(
                "「{name}」は国内の自治体です（{places}）。海外の自治体なら国を書いてください。",
                name=partner.name,
                places=listed_names(map(shown, here)),
            )
    return _domestic(partner.name) if found is not None and found.alpha2 == "JP" else ""


def _domestic(name: str) -> str:
    return _("「{name}」は国内の提携先です。海外との協定ではありません。", name=name)


def _several(name: str) -> str:
    return _(
        "「{name}」には提携先がいくつもあります。"
        "1 行に 1 つ書くか、「上海市（中国）、リヨン市（フランス）」のように国を添えてください。",
        name=name,
    )


def _conflict(words: list[str]) -> str:
    return _("国が一つに決まりません（{words}）。", words=listed(words))
