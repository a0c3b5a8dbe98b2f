"""Reading back what koryu itself prints as CSV or TSV, so that it can be printed again as it was.

Several values of a cell have 、 between them, in English a semicolon, and e-mail addresses a comma,
as in a mail. Overseas governments stand behind the name of their country: 韓国 江原道襄陽郡、
蔚山広域市、中国 遼寧省. The prefectures, the countries, and the divisions (州・省) in which
overseas governments lie have columns of their own.
"""

import re
from typing import Any

from koryu_cli.ledger import contacts
from koryu_cli.ledger.drafts import Draft
from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.overseas import overseas_sides
from koryu_cli.ledger.sides import Side
from koryu_cli.places.countries import try_country
from koryu_cli.places.prefectures import UnknownPrefectureError, find_prefecture
from koryu_cli.record.models import Contact, Link
from koryu_cli.text import chained

Government = dict[str, Any]


def japan_of(draft: Draft) -> Side:
    """Return the Japanese side of a row."""
    prefectures = [_prefecture(word) for word in _parts(draft, "prefecture")]
    sides = [_japanese(name, prefectures) for name in _parts(draft, "japan")]
    governments = [government for side in sides for government in side.governments]
    known = {government["prefecture"] for government in governments}
    others = [prefecture for prefecture in prefectures if prefecture not in known]
    for government in governments:
        if others and government["prefecture"] is None:
            government["prefecture"] = others.pop(0)
    return Side(governments, [problem for side in sides for problem in side.problems], [], [], [])


def _prefecture(word: str) -> str:
    try:
        return find_prefecture(word).name
    except UnknownPrefectureError:
        return word


def _japanese(name: str, prefectures: list[str]) -> Side:
    """Return the government with a name that begins with its prefecture, or a body."""
    prefecture = next((each for each in prefectures if name.startswith(each)), "")
    side = japanese_side(name.removeprefix(prefecture), prefecture)
    if len(side.governments) == 1 and not side.problems:
        [government] = side.governments
        if name.isascii() or name in (government["name"], government["municipality"]):
            return side
    body = name.removeprefix(prefecture) or name
    fields = dict.fromkeys(("municipality", "code", "kana"))
    government = {"name": name, "prefecture": prefecture or None, **fields, "body": body}
    return Side([government], side.problems, [], [], [])


def overseas_of(draft: Draft) -> Side:
    """Return the overseas side of a row."""
    names, divisions = _parts(draft, "country"), _parts(draft, "divisions")
    places = _placed(_parts(draft, "overseas"), names)
    if len(set(places)) < len(places):  # a place that is printed once: 、 is a part of its name
        places = _placed([draft.text("overseas")], names)
    governments = [_overseas(place, country, divisions) for place, country in places]
    return Side(governments, [], [], [], [])


def _placed(parts: list[str], names: list[str]) -> list[tuple[str, str]]:
    """Return the places in a cell, each with the name of the country that it is in."""
    places = []
    country = ""
    for part in parts:
        begins = (name for name in names if f"{part} ".startswith(f"{name} "))
        if found := max(begins, key=len, default=""):
            country = found
        place = part.removeprefix(found).removeprefix(" ") if found else part
        places.append((place, country))
        country = country if place else ""  # another place there would stand behind its name
    return places


def _overseas(place: str, country: str, divisions: list[str]) -> Government:
    """Return the government that is printed as a place in a country."""
    within = next((each for each in divisions if place.startswith(each)), None)
    within = within or next((each for each in divisions if each in place), "")
    found = try_country(country) if country else None
    country_name = found.name if found else country or None
    for side in overseas_sides(place, country=country, division=within):
        if not side.problems and _is_printed_so(side.governments, place, country_name, within):
            return side.governments[0]
    own = place.removeprefix(within)
    is_body = bool(within) and own.startswith(" ")
    return {
        "name": (within + own[1:] if is_body else place) or country,
        "country": (found.alpha2 or None) if found else None,
        "country_name": country_name,
        "divisions": [part for part in (within, "" if is_body else own) if part],
        "body": own[1:] if is_body else None,
    }


def _is_printed_so(
    governments: list[Government], place: str, country: str | None, within: str
) -> bool:
    """Tell whether governments are one that koryu prints as it is written."""
    if len(governments) != 1:
        return False
    [government] = governments
    divisions, body = government["divisions"], government["body"]
    outer = divisions if body else divisions[:-1]
    whole = " ".join(filter(None, [chained(divisions), body]))
    is_latin = place == government["name"] and place.isascii() and not body
    return (
        (whole == place or (is_latin and all(part in place for part in divisions)))
        and government["country_name"] == country
        and chained(outer) == within
    )


def links_of(draft: Draft) -> list[dict[str, Any]]:
    """Return the `links` of a row."""
    cell = draft.text("url")
    urls = re.split(f"{draft.columns.joint}(?=https?://)", cell) if cell else []
    links = [{"label": None, "url": url} for url in urls]
    if not all(Link.accepts(**link) for link in links):
        links = draft.take("url", contacts.links_in(cell))
    return links


def contacts_of(draft: Draft) -> list[dict[str, Any]]:
    """Return the `contacts` of a row."""
    phones, emails = _valid_parts(draft, "phone"), _valid_parts(draft, "email")
    if phones is None:
        phones = draft.take("phone", contacts.phones_in(draft.text("phone")))
    if emails is None:
        emails = draft.take("email", contacts.emails_in(draft.text("email")))
    return contacts.together(_parts(draft, "departments"), phones or [], emails or [])


def _valid_parts(draft: Draft, field: str) -> list[str] | None:
    """Return the values of a field of contacts that a cell holds, or None if they are none."""
    for parts in (_parts(draft, field), [draft.text(field)]):
        if all(Contact.accepts(**{field: part}) for part in parts):
            return parts
    return None


def _parts(draft: Draft, field: str) -> list[str]:
    """Return the values in the cell of a field.

    It is one value as a whole where several would not be printed so again.
    """
    cell, joint = draft.text(field), ", " if field == "email" else draft.columns.joint
    parts = [part for part in cell.split(joint) if part]
    return parts if joint.join(dict.fromkeys(parts)) == cell else [cell] * bool(cell)
