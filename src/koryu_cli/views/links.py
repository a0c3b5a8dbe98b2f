"""Texts that are addresses, as what they lead to."""

import re
from unicodedata import normalize
from urllib.parse import quote

ARCHIVE = "https://web.archive.org/web/2013/"
"""Before an address: its copy in the Internet Archive that is nearest to 2013."""

_PAGE = re.compile(r"https?://[^\s、\"<>]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_TELEPHONE = re.compile(
    r"(\(?0[0-9()\-. ]{8,}[0-9]|\+[1-9][0-9()\-. ]{8,}[0-9])(?: *(?:\(\D|内線|ext).*)?",
    re.IGNORECASE,
)
"""A number with its area code, and what is said of it: (代表), 内線 12."""


def page_of(text: str) -> str | None:
    """Return the address of the page of the web that a text is, or None."""
    return text if _PAGE.fullmatch(text) else None


def address_of(text: str) -> str | None:
    """Return the address that a text which is a page or an e-mail address leads to, or None."""
    return f"mailto:{quote(text, safe='@')}" if _MAIL.fullmatch(text) else page_of(text)


def telephone_of(text: str) -> str | None:
    """Return the address by which a telephone calls the number that a text is (RFC 3966), or None.

    It is as it is dialled, without an extension.
    """
    match = _TELEPHONE.fullmatch(normalize("NFKC", text))
    if match is None or match[1].isdecimal():
        return None
    dialled = re.sub(r"\(0\)|[^0-9+]", "", match[1])
    return f"tel:{dialled}" if 10 <= len(dialled) <= 13 else None
