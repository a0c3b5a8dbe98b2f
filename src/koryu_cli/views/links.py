"""Texts that are addresses, as what they lead to."""

import re
from urllib.parse import quote

ARCHIVE = "https://web.archive.org/web/2013/"
"""Before an address: its copy in the Internet Archive that is nearest to 2013."""

_PAGE = re.compile(r"https?://[^\s、\"<>]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def page_of(text: str) -> str | None:
    """Return the address of the page of the web that a text is, or None."""
    return text if _PAGE.fullmatch(text) else None


def address_of(text: str) -> str | None:
    """Return the address that a text which is a page or an e-mail address leads to, or None."""
    return f"mailto:{quote(text, safe='@')}" if _MAIL.fullmatch(text) else page_of(text)
