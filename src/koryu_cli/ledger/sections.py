"""What the heading of a section says of the rows below it."""

import re
from functools import lru_cache

from koryu_cli.ledger.beside_name import country_word
from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.remarks import BRACKETED, RELATION, without_marks
from koryu_cli.places.countries import try_country

_COUNTED = re.compile(
    "[（(【［\\[：:\\s]*[0-9０-９]+\\s*(?:件|都市|自治体|市|組|提携|団体)*[\\s）)】］\\]]*$"
)
"""How many agreements stand below the heading of a section: 中国（3件）."""


@lru_cache(maxsize=2**8)
def country_in(heading: str) -> str:
    """Return the word for a country in the heading of a section: 中国, アジア（中国）; else ""."""
    names = [
        _COUNTED.sub("", without_marks(word)).strip()
        for word in (heading, BRACKETED.sub("", heading))
    ]
    in_brackets = (bracketed[1].strip() for bracketed in BRACKETED.finditer(heading))
    return next(filter(try_country, names), next(filter(country_word, in_brackets), ""))


def may_head(text: str) -> bool:
    """Tell whether a text is what heads a section and nothing else, unlike the title of a table.

    It names another country, what partners call each other, or a Japanese government.
    """
    name = name_in(text)
    country = try_country(country_word(name))
    is_abroad = country is not None and country.alpha2 != "JP"
    return is_abroad or RELATION.fullmatch(name) is not None or names_government(name)


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
