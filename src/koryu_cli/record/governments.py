"""What follows from the name of a government, and whether its other fields agree with it.

The Japanese side is held against the table of municipalities, now and formerly, the overseas side
against the table of countries.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from koryu_cli.language import _
from koryu_cli.places import codes, countries, municipalities, prefectures
from koryu_cli.places.municipalities import Municipality
from koryu_cli.record.rules import Disagreement
from koryu_cli.text import listed, nearest


def japanese(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of a Japanese government that follow from its name and the others."""
    unknown = dict.fromkeys(("prefecture", "municipality", "code", "kana", "body"))
    if values.get("body") is not None:
        return unknown
    found = _named(values)
    return _fields(found[0]) if len(found) == 1 else unknown


def japanese_disagreements(values: Mapping[str, Any]) -> list[Disagreement]:
    """Return the fields of a Japanese government that do not agree with those before them."""
    if _is_listed(values):
        return []
    return list(_disagreements_of_unlisted(values))


def _disagreements_of_unlisted(values: Mapping[str, Any]) -> Iterator[Disagreement]:
    prefecture = values.get("prefecture")
    if prefecture not in (None, *prefectures.names()):
        yield Disagreement("prefecture", _("47 都道府県の名"))
        values = {field: value for field, value in values.items() if field != "prefecture"}
    if values.get("body") is not None:
        yield from _disagreements_of_body(values)
    else:
        yield from _disagreements_of_government(values)


def overseas(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the country of an overseas government, by its code, its name, or the whole name."""
    found = countries.country(values.get("country") or "")
    if found is None and (word := values.get("country_name")):
        found = next((each for each in countries.countries() if each.name == word), None)
    if found is None and not values.get("country_name") and "country" not in values:
        found = _country_in(values["name"])
    return {
        "country": found.alpha2 if found else None,
        "country_name": found.name if found else None,
    }


def overseas_disagreements(values: Mapping[str, Any]) -> list[Disagreement]:
    """Return the fields of an overseas government that do not agree with those before them."""
    country = countries.country(values.get("country") or "")
    if country and values.get("country_name") == country.name and values.get("body") is None:
        return []
    return list(_disagreements_of_overseas(values, country))


def _disagreements_of_overseas(
    values: Mapping[str, Any], country: countries.Country | None
) -> Iterator[Disagreement]:
    name, code = values.get("name"), values.get("country")
    if code is not None and country is None:
        yield Disagreement("country", _("ISO 3166-1 の 2 文字の国名コード（大文字）"))
    if country and values.get("country_name", country.name) != country.name:
        what = _("{code} の国名「{name}」", code=country.alpha2, name=country.name)
        yield Disagreement("country_name", what)
    if "country" in values and code is None and (word := values.get("country_name")):
        known = next((each for each in countries.countries() if each.name == word), None)
        if known:
            yield Disagreement(
                "country", _("{name}の国名コード「{code}」", name=word, code=known.alpha2)
            )
    if name and (body := values.get("body")) and body not in name:
        yield Disagreement("body", _("name「{name}」の中にある名", name=name))


def _named(values: Mapping[str, Any]) -> tuple[Municipality, ...]:
    """Return what the table has under the name, and under the code if there is one."""
    found = municipalities.find_municipalities(values["name"], values.get("prefecture"))
    if code := values.get("code"):
        return tuple(each for each in municipalities.with_code(code) if each in found) or found
    return found


def _fields(found: Municipality) -> dict[str, Any]:
    return {
        "name": found.full_name,
        "prefecture": found.prefecture,
        "municipality": found.name or None,
        "code": found.code,
        "kana": found.kana,
        "body": None,
    }


@lru_cache(maxsize=2**12)
def _with_code(code: str) -> tuple[tuple[Municipality, dict[str, Any]], ...]:
    """Return what the table has under a code, each with the fields of its record."""
    return tuple((each, _fields(each)) for each in municipalities.with_code(code))


def _is_listed(values: Mapping[str, Any]) -> bool:
    """Tell whether all fields of a government are as in the table."""
    for each, fields in _with_code(values.get("code") or ""):
        if values == fields:
            return True
        name = values.get("name")
        if _is_name_of(each, name) and values == {**fields, "name": name}:
            return True
    return False


def _is_name_of(each: Municipality, name: str | None) -> bool:
    """Tell whether a name is that of a municipality behind its prefecture, its 郡 between or not.

    The counties of former municipalities are not known: any is believed.
    """
    if name is None or not name.startswith(each.prefecture) or not name.endswith(each.name):
        return False
    between = name[len(each.prefecture) : len(name) - len(each.name)]
    return between in ("", each.county) or (bool(each.abolished) and between.endswith("郡"))


def _disagreements_of_body(values: Mapping[str, Any]) -> Iterator[Disagreement]:
    name, body = values.get("name"), values["body"]
    if name and body not in name:
        yield Disagreement("body", _("name「{name}」の中にある名", name=name))
    for field in ("municipality", "code", "kana"):
        if values.get(field) is not None:
            yield Disagreement(field, _("null（自治体でない団体のとき）"))


def _disagreements_of_government(values: Mapping[str, Any]) -> Iterator[Disagreement]:
    name, prefecture = values.get("name"), values.get("prefecture")
    municipality = values.get("municipality")
    if name and (found := _unknown(name, prefecture)):
        yield Disagreement("name", found)
        return
    named = municipalities.find_municipalities(name, prefecture) if name else ()
    right = named[0] if len(named) == 1 else None
    if right and "prefecture" in values and prefecture is None:
        yield Disagreement(
            "prefecture", _("{name}の都道府県「{right}」", name=name, right=right.prefecture)
        )
    if right and "municipality" in values and municipality != (right.name or None):
        what = _(
            "都道府県「{prefecture}」に続けて name「{name}」になる市区町村名",
            prefecture=right.prefecture,
            name=name,
        )
        yield Disagreement("municipality", what)
        values = {field: value for field, value in values.items() if field != "municipality"}
    if "code" in values:
        yield from _disagreements_of_code(values, right)
    if right and values.get("kana", right.kana) != right.kana:
        yield Disagreement("kana", _("{name}の読み「{kana}」", name=name, kana=right.kana))


def _unknown(name: str, prefecture: str | None) -> str | None:
    """Return what should stand in place of a name that the table does not have as it is."""
    found = municipalities.find_municipalities(name, prefecture)
    if len(found) > 1:
        names = listed(each.full_name for each in found)
        return _("都道府県からの名（{names}のいずれか）", names=names)
    if found and not _is_name_of(found[0], name):
        return _("都道府県からの名「{name}」", name=found[0].full_name)
    if found:
        return None
    behind = next(filter(name.startswith, prefectures.names()), "")
    short = name.removeprefix(behind) or name
    if elsewhere := municipalities.find_municipalities(short):
        names = listed(f"{each.full_name} {each.code}" for each in elsewhere)
        return _("自治体の名（{short}は{names}）", short=short, names=names)
    near = nearest(short, municipalities.all_names(prefecture))
    if near:
        return _("自治体の名。もしかして: {names}", names=listed(near))
    return _("都道府県または市区町村の名。自治体でない団体は body に書く")


def _disagreements_of_code(
    values: Mapping[str, Any], right: Municipality | None
) -> Iterator[Disagreement]:
    code, prefecture = values["code"], values.get("prefecture")
    if code is None or not codes.is_valid_code(code):
        yield Disagreement("code", _("検査数字の合う 6 桁の全国地方公共団体コード"))
        return
    owner = codes.prefecture_of(code).name
    has_municipality = bool(values.get("municipality"))
    if prefecture and owner != prefecture:
        what = _("{prefecture}のコード（これは{owner}のもの）", prefecture=prefecture, owner=owner)
        yield Disagreement("code", what)
    elif "municipality" in values and (code[2:5] == "000") is has_municipality:
        what = _("市区町村のコード") if has_municipality else _("都道府県のコード")
        yield Disagreement("code", what)
    elif right and not any(
        each.full_name == right.full_name for each in municipalities.with_code(code)
    ):
        what = _("{name}のコード「{code}」", name=right.full_name, code=right.code)
        yield Disagreement("code", what)


def _country_in(name: str) -> countries.Country | None:
    """Return the country whose everyday or official name a name begins with, the longest first."""
    found = [
        (len(spelling), each)
        for each in countries.countries()
        for spelling in (each.name, each.official)
        if spelling and name.startswith(spelling)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
