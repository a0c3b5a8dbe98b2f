"""Text from a data file, made safe to print on a terminal."""

import re

# C0, DEL and C1; marks and controls of writing direction; line and paragraph separators; and
# lone surrogates, which cannot be encoded.
_CONTROLS = "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]"

MARKS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Accents, voicing marks, joiners and variation selectors: part of the character before them."""


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return a text without characters that control the terminal.

    C0 controls and DEL become their pictures (␛, ␡), other controls their code points (\u202e),
    and a tab becomes a blank. Variation selectors and joiners stay.

    Args:
        text: any text.
        lines: whether line feeds are part of the layout and stay.
    """
    if text.isprintable():  # most often
        return text
    return re.sub(_CONTROLS, _keep_line_ends if lines else _picture, text)


def _keep_line_ends(control: re.Match[str]) -> str:
    return "\n" if control[0] == "\n" else _picture(control)


def _picture(control: re.Match[str]) -> str:
    code = ord(control[0])
    if control[0] == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"\\u{code:04x}"
