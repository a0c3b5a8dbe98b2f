"""The cells of a row that say where to ask and to read on: departments, numbers, addresses."""

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from koryu_cli.language import _
from koryu_cli.ledger.cells import DIVIDERS, Found, says_nothing

_URL = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"'、，；（）「」]+")
_NOT_IN_EMAIL = r"\s@、，,;；:：/／<>（）()「」"
_EMAIL = re.compile(rf"[^{_NOT_IN_EMAIL}]+@[^{_NOT_IN_EMAIL}.]+(?:\.[^{_NOT_IN_EMAIL}.]+)+")
_PHONE = re.compile(
    r"(?:\+81|\(?0)[0-9()\-\s.]{7,}[0-9]"
    r"(?:\s*(?:\((?:代表?|直通|内線[^()]*)\)|(?:内線|ext\.?)\s*[0-9]+))*",
    re.IGNORECASE,
)
_WITHOUT_ITS_ZERO = re.compile("[1-9][0-9]{8}|[5-9]0[0-9]{8}")
"""A number as a spreadsheet leaves it that takes it for a quantity: 857267111 of 0857-26-7111."""
_FAX = re.compile(r"\s*(?:fax|ファックス|ファクス)\s*:?\s*[0-9()\-\s.]{8,}", re.IGNORECASE)
_ANY_PHONE = re.compile(r"(?:[0-9()\-+\s.]|内線?|代表?|直通|ext|tel|電話|:)*", re.IGNORECASE)
_EXTENSION_BELOW = re.compile(r"\s*\n\s*(?=[(（]?(?:内線|代表|直通|ext))", re.IGNORECASE)
_DEPARTMENT = re.compile("[課部局室係班]$|センター$|協会$|担当$")
_LABEL = re.compile(r"(?:tel|fax|電話番号|電話|e-?mail|メール|[:：]) *", re.IGNORECASE)


def links_in(text: str, target: str | None = None) -> Found:
    """Read addresses, each with the words before it on its line; the value is `links`.

    Args:
        text: the cell.
        target: the address that the whole cell is a link to, if it is one.
    """
    links = []
    for line in text.splitlines():
        end = 0
        for match in _URL.finditer(line):
            label = line[end : match.start()].strip(" \u3000:：、，,；;(（)）")
            links.append({"label": label or None, "url": match[0].rstrip(".,")})
            end = match.end()
    if links or says_nothing(text):
        return Found(links)
    word = text.strip()
    if re.fullmatch(r"www\.[!-~]+", word):
        return Found([{"label": None, "url": f"http://{word}"}])
    if target and _URL.fullmatch(target):
        return Found([{"label": word, "url": target}])
    return Found([], _("http:// か https:// で始まるアドレスを書いてください。"))


def phones_in(text: str) -> Found:
    """Read telephone numbers; the value is a list of them.

    One that a spreadsheet has taken for a quantity gets back its 0: those within Japan have nine
    figures behind it, those of mobile and IP telephones ten (電気通信番号計画).
    """
    if says_nothing(text):
        return Found([])
    words = [word for word in DIVIDERS.split(_EXTENSION_BELOW.sub(" ", text.strip())) if word]
    for word in words:
        folded = normalize("NFKC", word)
        if not (_ANY_PHONE.fullmatch(folded) and len(re.findall("[0-9]", folded)) >= 4):
            return Found([], _("電話番号（例 03-1234-5678）を書いてください。"))
    numbers = [f"0{word}" if _WITHOUT_ITS_ZERO.fullmatch(word) else word for word in words]
    if numbers == words:
        return Found(words)
    return Found(numbers, notice=_("先頭の 0 が落ちた番号とみて補いました。"))


def emails_in(text: str) -> Found:
    """Read e-mail addresses; the value is a list of them."""
    if says_nothing(text):
        return Found([])
    words = [
        re.sub(r"\(代表?\)$", "", normalize("NFKC", word)).strip()
        for word in DIVIDERS.split(text.strip())
        if word
    ]
    if not all(map(_EMAIL.fullmatch, words)):
        return Found([], _("電子メールアドレス（例 kokusai@example.lg.jp）を書いてください。"))
    return Found(words)


def has_fax(text: str) -> bool:
    """Tell whether a cell has the number of a fax, which no contact has."""
    return _FAX.search(normalize("NFKC", text)) is not None


def holds_contact(text: str) -> bool:
    """Tell whether a cell has a telephone number or an address, and beside it departments alone."""
    departments, phones, emails = _parted(text)
    return bool(phones or emails) and all(map(_DEPARTMENT.search, departments))


def contacts_of(cell: str, phones: Sequence[str], emails: Sequence[str]) -> list[dict[str, Any]]:
    """Return the `contacts` of a record.

    Where there are as many departments as numbers or addresses, they belong together one by one;
    else all departments are those of the first contact.

    Args:
        cell: the cell with the departments; numbers and addresses may stand in it too.
        phones: the numbers of a cell of their own.
        emails: the addresses of a cell of their own.
    """
    if not (cell or phones or emails):
        return []
    departments, more_phones, more_emails = _parted(cell)
    departments = [*dict.fromkeys(departments)]
    return together(departments, [*phones, *more_phones], [*emails, *more_emails])


def together(
    departments: Sequence[str], phones: Sequence[str], emails: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the `contacts` that departments, numbers and addresses make."""
    count = max(len(phones), len(emails), bool(departments))
    one_each = count > 1 and len(departments) == count
    return [
        {
            "departments": [*departments[n : n + 1]] if one_each else [*departments] * (n == 0),
            "phone": phones[n] if n < len(phones) else None,
            "email": emails[n] if n < len(emails) else None,
        }
        for n in range(count)
    ]


def _parted(cell: str) -> tuple[list[str], list[str], list[str]]:
    """Return the departments, the telephone numbers and the addresses in a cell."""
    if says_nothing(cell):
        return [], [], []
    folded = normalize("NFKC", cell)
    emails = _EMAIL.findall(folded)
    without_emails = _FAX.sub("", _EMAIL.sub("\n", folded))
    phones = [
        each if ")" in each else each.removeprefix("(") for each in _PHONE.findall(without_emails)
    ]
    if emails or phones:
        cell = _LABEL.sub("", _PHONE.sub("\n", without_emails))
        cell = re.sub(r"^[\s)）]+|[\s(（]+$", "\n", cell, flags=re.MULTILINE)
    parts = re.split(r"\s*[、\n]\s*", cell.strip())
    return [part for part in parts if re.search(r"\w", part)], phones, emails
