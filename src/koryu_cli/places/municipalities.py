"""Which municipalities of Japan a text names, in Japanese or in Latin letters."""

import re
from collections.abc import Iterator
from functools import cache

from koryu_cli.language import _, is_english
from koryu_cli.places.prefectures import names as prefecture_names
from koryu_cli.places.prefectures import prefectures
from koryu_cli.places.table import (
    Municipality,
    age,
    all_names,
    by_code,
    by_county,
    named,
    with_code,
)
from koryu_cli.text import fold, listed, listed_names, nearest

__all__ = [
    "Municipality",
    "all_names",
    "by_code",
    "explain",
    "find_municipalities",
    "shown",
    "with_code",
]

# Compiled when they are first used, which most commands do without.
_PREFECTURE_OR_COUNTY = "^(?:北海道|.{2,3}?[都府県])?(?:.{1,4}?郡)?(?=.{2})"
_COUNTY = "(.{1,4}?郡)(.+)"
_BRACKETED = r"(.+?)\s*[(（〔［\[](.+)[)）〕］\]]\s*"


def find_municipalities(text: str, prefecture: str | None = None) -> tuple[Municipality, ...]:
    """Return the municipalities and prefectures that a text names in full, in any spelling.

    The name may stand behind its prefecture, with or without 県, and its county, or before either
    in brackets (下北郡大間町, 大間町(下北郡), 青森六ヶ所村); it may be its reading in kana. A ward
    of a designated city may stand without the city. In Latin letters it has its kind or its
    prefecture (Sapporo City, "Beppu, Oita"). Several are found where they share a name.

    Args:
        text: the name, in any width, with old, new or simplified kanji (横濱市, 横滨市).
        prefecture: the full name of the prefecture in which to look, if it is known.

    Returns:
        Those of today, in the order of their codes; only where there is none, those of old, the
        last to end first. Spelt exactly as in the text rather than otherwise (鹿島市, 鹿嶋市).
    """
    if _is_latin(text):
        # Few texts are in Latin letters: the others do without its patterns.
        from koryu_cli.places.latin import find_in_latin

        in_latin = find_in_latin(text, prefecture)
        return tuple(each for each in in_latin if each.abolished is None) or tuple(in_latin)
    name, place = text.strip(), ""
    if bracketed := re.fullmatch(_BRACKETED, name):
        name, place = bracketed.groups()
    places = [fold(place)] if place else []
    for prefix, rest in _partings(fold(name)):
        found = [
            each
            for each in named(rest)
            if (prefecture is None or each.prefecture == prefecture)
            and all(_lies_in(each, part) for part in (*prefix, *places))
        ]
        if found:
            return _best(found, name)
    # Most names are known as they are written.
    from koryu_cli.places.simplified import in_japanese

    plain = in_japanese(text)
    return find_municipalities(plain, prefecture) if plain != text else ()


def shown(each: Municipality) -> str:
    """Return a name with its prefecture in the language chosen: 北海道札幌市."""
    if not is_english():
        return each.full_name
    from koryu_cli.places.latin import in_full  # Japanese does without

    return in_full(each)


def explain(text: str, prefecture: str | None = None) -> str:
    """Return why a text does not name one municipality, and what would, as a whole sentence.

    Args:
        text: what `find_municipalities` finds nothing for, or several.
        prefecture: the full name of the prefecture in which it was looked for, if any.
    """
    if several := find_municipalities(text, prefecture):
        names = listed_names(
            shown(each) if is_english() else each.prefecture + each.county + each.name
            for each in several
        )
        return _(
            "「{text}」は一つではありません（{names}）。都道府県（と郡）を添えてください。",
            text=text,
            names=names,
        )
    if _is_latin(text):
        return _explain_latin(text)
    bracketed = re.fullmatch(_BRACKETED, text)
    name, around = bracketed.groups() if bracketed else (text, "")
    bare = re.sub(_PREFECTURE_OR_COUNTY, "", name)
    if elsewhere := find_municipalities(bare):
        places = listed(f"{each.prefecture}{each.county}（{each.code}）" for each in elsewhere)
        place = prefecture or around or text.removesuffix(bare)
        return _(
            "{place}に「{name}」はありません。{name}があるのは{places}です。",
            place=place,
            name=bare,
            places=places,
        )
    within = (each for each in prefecture_names() if each == around or text.startswith(each))
    return _no_such(text, bare, next(within, prefecture))


def _is_latin(text: str) -> bool:
    """Tell whether a text has Latin letters and no kana or kanji."""
    return re.search("[A-Za-zＡ-Ｚａ-ｚ]", text) is not None and not re.search(
        "[\u3040-\u9fff]", text
    )


def _explain_latin(text: str) -> str:
    # A message is seldom needed.
    from koryu_cli.places.latin import alike_in_latin

    if alike := alike_in_latin(text):
        return _(
            "「{text}」では決まりません。{names}のように書いてください。",
            text=text,
            names=listed_names(alike),
        )
    return _(
        "「{text}」という自治体はありません。"
        "「Sapporo City」「Yoichi Town, Hokkaido」のように書いてください。",
        text=text,
    )


def _no_such(text: str, bare: str, prefecture: str | None) -> str:
    names = all_names(prefecture)
    if not bare.endswith("区"):
        names = {name: in_full for name, in_full in names.items() if name[-1] != "区"}
    if near := nearest(bare, names):
        return _(
            "「{text}」という自治体はありません。もしかして: {names}。",
            text=text,
            names=listed(names[name] for name in near),
        )
    return _(
        "「{text}」という自治体はありません。「北海道札幌市」のように書いてください。", text=text
    )


def _partings(folded: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the ways to part a folded name into the places it lies in and the rest."""
    yield (), folded
    known = _prefecture_beginnings()
    is_behind = folded.startswith(known)  # as most names are not, all are asked for at once first
    begins = [(begin,) for begin in known if folded.startswith(begin)] if is_behind else []
    for begin in [(), *begins]:
        rest = folded.removeprefix("".join(begin))
        if begin:
            yield begin, rest
        if in_county := re.fullmatch(_COUNTY, rest):
            yield (*begin, in_county[1]), in_county[2]


@cache
def _prefecture_beginnings() -> tuple[str, ...]:
    """Return the folded names of the prefectures, with and without 県, the full ones first."""
    spellings = [each.spellings()[:2] for each in prefectures()]
    return tuple(
        dict.fromkeys(fold(name) for names in zip(*spellings, strict=True) for name in names)
    )


def _lies_in(each: Municipality, place: str) -> bool:
    """Tell whether a municipality lies in a place: a prefecture, a county, a ward's city.

    Of one that is no more the county is not known; one that there is or was in the prefecture is
    believed.
    """
    names = (*map(fold, prefectures()[int(each.code[:2]) - 1].spellings()[:2]), "")
    return any(_is_within(each, place.removeprefix(name)) for name in names)


def _is_within(each: Municipality, area: str) -> bool:
    """Tell whether a municipality lies in an area of its prefecture: "" is all of it."""
    if each.abolished and each.name[-1] in "町村" and area.endswith("郡"):
        return each.prefecture in by_county().get(area, {each.prefecture})
    city = each.name.rpartition("市")[0] + "市" if each.name.endswith("区") else ""
    return area in ("", fold(each.county), fold(city))


def _best(found: list[Municipality], name: str) -> tuple[Municipality, ...]:
    """Return those of today if there are any, and those spelt as in the text if there are any."""
    current = [each for each in found if each.abolished is None] or sorted(found, key=age)
    as_written = [
        each
        for each in current
        if name.endswith(each.name or each.prefecture) or each.name.endswith(name)
    ]
    return tuple(as_written or current)
