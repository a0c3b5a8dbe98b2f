"""What stands beside the name of an overseas partner: its country, divisions, dates, remarks."""

import re
from dataclasses import dataclass, field

from koryu_cli.ledger.divisions import chain_of, is_latin, looks_like_division
from koryu_cli.ledger.remarks import RELATION, Remarks, is_date, is_no_beginning, take_dates
from koryu_cli.places.beginnings import country_at_beginning
from koryu_cli.places.countries import try_country
from koryu_cli.text import fold

_OF_ANOTHER_TIME = re.compile("旧|現(?:在の|[・\\s]|(?=.+[市州省県郡区町村]))")
_BEFORE_ANOTHER_NAME = re.compile(r"(?<=^[旧現])(?:在の?)?\s*[:：]\s*")
REMARK_IN_ENGLISH = re.compile(
    r"(?:former|formerly|inactive|suspended|terminated|ended|dormant|honorary|emeritus)\b.*"
    r"|(?:sister|twin|friendship|partner)\s*(?:city|town|village|state|province|port|county)?",
    re.IGNORECASE,
)
"""What is said of an agreement in the brackets of an English list: (inactive)."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_OF = re.compile(r"(\S+?)の旗[\s\u3000]*")
_IN_BRACKETS = r"\s*[、，,;；:：/／\n]\s*|[\s　]+"
IN_LATIN_BRACKETS = r"\s*[、，,;；:：/／\n]\s*"
EDGES = "・･:： \u3000,，"
# Of codes of countries only these are words; CA and BC are as often a state (Los Angeles, CA).
_CODES = {"uk", "nz", "usa", "us", "prc", "roc", "rok", "uae", "drc"}
# Letters for a country that beside a name as often mean something else: the middle, the west.
_OTHER_SENSES = ("中", "台", "西", "土")
_ALONE_IN_BRACKETS = ("中", "台")
"""Those of them that mean a country where nothing stands beside them: 天津市（中）."""


@dataclass
class Partner:
    """What a cell says of one partner, gathered piece by piece.

    Attributes:
        name: its name as it is written, without what is said beside it.
        countries: the words that name its country.
        begins_with: the one of them that its name begins with, or "".
        within: the divisions named beside it in which it lies, outermost first.
        chain: the divisions in its own name, outermost first, the last its own.
        body: a body named in brackets, or "".
        is_several: whether the text holds several names, and nothing says how they belong.
        remarks: dates, and other words.
    """

    name: str = ""
    countries: list[str] = field(default_factory=list)
    begins_with: str = ""
    within: list[str] = field(default_factory=list)
    chain: list[str] = field(default_factory=list)
    body: str = ""
    is_several: bool = False
    remarks: Remarks = field(default_factory=lambda: Remarks([], []))

    def leave_whole(self, name: str) -> None:
        """Take a text that holds several names for the name, as one."""
        self.is_several, self.name, self.chain = True, name, [name]


def without_flag(text: str, found: Partner) -> str:
    """Return a text without the flag of a country, as an emoji or in words, which is added."""
    for flag in _FLAG.findall(text):
        code = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag)
        found.countries.extend([code] if try_country(code) else [])
    text = _FLAG.sub("", text).strip()
    if (flag_of := _FLAG_OF.match(text)) and country_word(flag_of[1]):
        found.countries.append(flag_of[1])
        text = text[flag_of.end() :]
    return text


def read_place(text: str, found: Partner) -> None:
    """Add to a partner what is said of its place: countries, divisions, dates, other words."""
    last = text.rpartition(",")[2].strip()
    is_inverted = country_word(text) and not country_word(last)  # Korea, Republic of
    if is_inverted or text in _ALONE_IN_BRACKETS:
        found.countries.append(text)
    elif is_date(text) or is_no_beginning(text):
        found.remarks.note(text)
    else:
        rest = take_dates(_BEFORE_ANOTHER_NAME.sub("", text), found.remarks, "\n")
        for piece in re.split(IN_LATIN_BRACKETS if is_latin(rest) else _IN_BRACKETS, rest):
            read_piece(piece.strip(EDGES), found)


def read_piece(piece: str, found: Partner) -> None:
    """Add to a partner what a word, or words without a separator, say of its place."""
    today = re.sub("^現(?:在の?)?", "", piece)
    piece = today if country_word(today) else piece
    first = country_at_beginning(piece)
    last = piece.rpartition("・")[2]
    if country_word(piece) or (first == piece and len(piece) > 1):
        found.countries.append(piece)
    elif first and len(first) < len(piece):
        found.countries.append(first)
        around, found.within = found.within, []
        read_piece(piece[len(first) :].strip(EDGES), found)
        found.within += around
    elif last != piece and RELATION.fullmatch(last):
        found.remarks.note(last)
        read_piece(piece.removesuffix(last).strip(EDGES), found)
    elif last != piece and country_word(last):
        found.countries.append(last)
        read_piece(piece.removesuffix(last).strip(EDGES), found)
    elif (
        RELATION.fullmatch(piece)
        or REMARK_IN_ENGLISH.fullmatch(piece)
        or _OF_ANOTHER_TIME.match(piece)
        or (piece.endswith("領") and try_country(piece[:-1]))
        or not (looks_like_division(piece) or is_latin(piece))
    ):
        found.remarks.note(piece)
    else:
        found.within.extend(chain_of(piece))


def country_word(text: str) -> str:
    """Return a text if it is the name of a country in words, "" if it is none or only a code."""
    is_code = text.isascii() and len(text) < 4 and fold(text).replace(".", "") not in _CODES
    if is_code or text in _OTHER_SENSES:
        return ""
    return text if try_country(text) else ""
