"""What the heading of a section says of the rows below it."""

import re
from functools import lru_cache
from typing import NamedTuple

from koryu_cli.ledger.beside_name import country_word
from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.remarks import BRACKETED, RELATION, without_marks
from koryu_cli.places.american_states import is_american_state
from koryu_cli.places.countries import try_country

_COUNTED = re.compile(
    "[（(【［\\[：:\\s]*[0-9０-９]{1,3}\\s*(?:件|都市|自治体|市|組|提携|団体)*[\\s）)】］\\]]*$"
)
"""How many agreements stand below the heading of a section: 中国（3件）."""

_KIND_OF_PARTNERS = re.compile(
    "(?:国際)?(?:姉妹|友好|パートナー)(?:都市|シティ|自治体|提携|[州省県市区町村島]|港湾?)*"
)
"""One kind of partners, and not 姉妹・友好都市 or 国際交流, which are titles of whole lists."""
_STATE = re.compile(
    r"([東西南北]?[ァ-ヶー・＝]+[州省]|沿海州"
    r"|(?:河北|山西|遼寧|吉林|黒[龍竜]江|江[蘇西]|浙江|安徽|福建|山東|河南|湖[北南]|広東|海南|四川|貴州"
    r"|雲南|陝西|甘粛|青海)省|(?:京畿|江原|(?:忠清|全羅|慶尚)[南北]|全北|済州)(?:特別自治)?道"
    r"|[A-Z][A-Za-z ]+ (?:State|Province))(?:\s+[A-Z][A-Za-z .'-]+)?"
)
"""A state or province, perhaps with its original behind it: アルバータ州 Alberta."""
_REGION = re.compile(
    "(?:[東西南北中央]*(?:アジア|アフリカ|アメリカ|オセアニア|ヨーロッパ|大洋州|欧州?|米州?|中東)"
    "(?:地域|諸国)?[・、]?)+"
)


@lru_cache(maxsize=2**8)
def country_in(heading: str) -> str:
    """Return the word for a country in the heading of a section: 中国, アジア（中国）; else ""."""
    names = [
        _COUNTED.sub("", without_marks(word)).strip()
        for word in (heading, BRACKETED.sub("", heading))
    ]
    in_brackets = (bracketed[1].strip() for bracketed in BRACKETED.finditer(heading))
    country = next(filter(try_country, names), "")
    if not country or is_american_state(country):  # アジア（中国）, ジョージア（米国）
        country = next(filter(country_word, in_brackets), country)
    return country


class Section(NamedTuple):
    """The section that rows stand in.

    Attributes:
        heading: its heading, or "".
        relation: what its heading, or that of a section around it, calls the partners, or "".
        country: the word for a country in its heading, or in that of a section around it, or "".
        state: the state that its heading names, or "".
        column: the index of the column in which its heading stands.
        sides_are_outer: whether relations stand in the sections of municipalities, and not these in
            theirs; None as long as there was neither.
    """

    heading: str = ""
    relation: str = ""
    country: str = ""
    state: str = ""
    column: int | None = None
    sides_are_outer: bool | None = None

    def then(self, heading: str) -> "Section":
        """Return the section that begins with a heading; that of a place stands within this one."""
        name = name_in(heading)
        if RELATION.fullmatch(name):
            is_outer = bool(self.sides_are_outer)
            return Section(heading, relation=name, sides_are_outer=is_outer)
        country = country_in(heading)
        if not country and (state := state_in(heading)):
            is_american = is_american_state(state)
            is_its_own = is_american == (try_country(self.country) == try_country("US"))
            within = self.country if is_its_own else ""
            return self._replace(heading=heading, country=within, state=state)
        is_of_place = country or _REGION.fullmatch(name)
        relation = self.relation if is_of_place else ""
        return Section(heading, relation, country, sides_are_outer=self.sides_are_outer)

    def of_next_side(self) -> "Section":
        """Return the section in which another municipality begins: it goes on around that one."""
        if self.sides_are_outer is False:
            return self
        return self._replace(relation="", sides_are_outer=True)


def may_head(text: str) -> bool:
    """Tell whether a text is what heads a section and nothing else, unlike the title of a table.

    It names another country or a region of the world, what partners call each other, or a Japanese
    government.
    """
    name = name_in(text)
    country = try_country(country_word(name))
    is_abroad = country is not None and country.alpha2 != "JP"
    is_known = is_abroad or _REGION.fullmatch(name) or _KIND_OF_PARTNERS.fullmatch(name)
    return bool(is_known) or names_government(name)


def names_country_or_state(text: str) -> bool:
    """Tell whether a heading names a country or a state."""
    return bool(country_in(text) or state_in(text))


def names_country_or_region(text: str) -> bool:
    """Tell whether a text is the name of a country, or of a region of the world."""
    return bool(_REGION.fullmatch(text.strip()) or country_word(text.strip()))


def state_in(heading: str) -> str:
    """Return the state that a heading names, without its original behind it; else ""."""
    found = _STATE.fullmatch(name_in(heading))
    return found[1] if found else ""


def name_like_places(text: str, heading: str) -> bool:
    """Tell whether a text and the heading of a section both name a country, or both a state."""
    one, other = state_in(text), state_in(heading)
    if one or other:
        return bool(one and other)
    return bool(country_in(text) and country_in(heading))


def is_count(text: str) -> bool:
    """Tell whether a text is how many agreements stand in a section: 2, （2件）."""
    return _COUNTED.fullmatch(text.strip()) is not None


def name_in(heading: str) -> str:
    """Return what a heading names, without marks, brackets and a count: 【韓国】, ■ 韓国（3件）."""
    return _COUNTED.sub("", without_brackets(heading)).strip()


def without_brackets(text: str) -> str:
    """Return a text as it is without the marks around and before it: 【韓国】, ■ 韓国."""
    return without_marks(BRACKETED.sub(r"\1", text))


def names_government(text: str) -> bool:
    """Tell whether a text names a government in the table of municipalities, as no body is."""
    governments = japanese_side(text, explained=False).governments
    return any(each["code"] is not None for each in governments)
