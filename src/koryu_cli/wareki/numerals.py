"""Kanji numerals: by place (二〇一二), with units (二十四), and in formal characters (弐拾四)."""

DIGITS = {
    character: value
    for value, characters in enumerate(
        (
            "〇零○◯",
            "一壱壹弌",
            "二弐貳弍",
            "三参參弎",
            "四肆",
            "五伍",
            "六陸",
            "七漆柒",
            "八捌",
            "九玖",
        )
    )
    for character in characters
}
TENS = {"廿": 20, "卄": 20, "卅": 30, "丗": 30, "卌": 40}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "陌": 100, "千": 1000, "仟": 1000, "阡": 1000}
LONGEST = len("一千九百八十九")
CHARACTERS = "".join((*DIGITS, *TENS, *UNITS))


def read_numeral(text: str) -> int | None:
    """Return the value of a kanji numeral of at most four places, None if it is none.

    Args:
        text: one or more of `CHARACTERS`.
    """
    if len(text) > LONGEST:
        return None
    if any(character not in DIGITS for character in text):
        return _read_with_units(text)
    value = 0
    for character in text:
        value = value * 10 + DIGITS[character]
    return value if value < 10_000 else None


def _read_with_units(text: str) -> int | None:
    """Add up places that must fall: 千九百八十九, 廿四.

    A 〇 may stand once for places left out, of which 百 is the lowest: 千九百〇八, 二千〇十二.
    """
    total = 0
    digit: int | None = None
    zero = False
    limit = 10_000
    for character in text:
        value = DIGITS.get(character)
        if value == 0:
            if zero or digit is not None or not 100 <= limit < 10_000:
                return None
            zero = True
        elif value is not None:
            if digit is not None:
                return None
            digit = value
        else:
            unit = UNITS.get(character, 10)
            if unit >= (limit // 10 if zero else limit):
                return None
            if digit is not None and character in TENS:
                return None
            total += TENS.get(character, unit * (digit or 1))
            digit, limit, zero = None, unit, False
    if zero and digit is None:
        return None
    return total + (digit or 0)


def write_numeral(number: int) -> str:
    """Return a number below 100 in kanji: 二十四."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return f"{digits[tens] if tens > 1 else ''}十{digits[ones] if ones else ''}"
