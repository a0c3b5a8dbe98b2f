"""One width and one form of each character, so that a word is written in one way only.

Every character is replaced by exactly one, so that places in the text stay what they were.
"""

import re
from unicodedata import normalize

# Radicals and compatibility ideographs, as copies from PDF files have them, and full-width forms.
_BLOCKS = (range(0x2F00, 0x2FD6), range(0xF900, 0xFADA), range(0xFF01, 0xFF66))
_REPLACED = {
    code: form
    for block in _BLOCKS
    for code in block
    if len(form := normalize("NFKC", chr(code))) == 1
}
# Two radicals without a compatibility mapping; their ideographs by EquivalentUnifiedIdeograph.txt
# of the Unicode Character Database.
_REPLACED |= {ord("⺜"): "日", ord("⺝"): "月"}
for _characters, _form in (
    ("\t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000\u200b\u2060\ufeff", " "),
    ("".join(map(chr, range(0x2000, 0x200B))), " "),
    ("\r\x85\u2028\u2029", "\n"),
    ("‐‑−", "-"),
    ("〜∼〰‒–—―─━", "~"),
    ("･·∙⋅", "・"),
    ("∕⁄", "/"),
    ("，", "、"),
    ("◯", "○"),
):
    _REPLACED |= dict.fromkeys(map(ord, _characters), _form)
_REPLACED |= {ord("－"): "-", ord("ｰ"): "ー", ord("･"): "・", ord("、"): "、", ord("～"): "~"}

_FORMS = {chr(code): form for code, form in _REPLACED.items() if chr(code) != form}
_UNUSUAL = re.compile(f"[{re.escape(''.join(_FORMS))}]")


def fold(text: str) -> str:
    """Give every character its usual form; the length stays the same."""
    if _UNUSUAL.search(text):
        for character in _FORMS.keys() & text:  # each once, so that long texts are quick
            text = text.replace(character, _FORMS[character])
    return text
