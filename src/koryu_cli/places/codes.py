"""The 6-digit codes of Japanese local governments (全国地方公共団体コード).

Two digits for the prefecture (JIS X 0401), three for the municipality (JIS X 0402; 000 is the
prefecture itself), one check digit. Source of the rule: 総務省 (the Ministry of Internal Affairs
and Communications), 全国地方公共団体コード.
"""

import re

from koryu_cli.places.prefectures import Prefecture, prefectures

_WEIGHTS = (6, 5, 4, 3, 2)


def check_digit(first_five: str) -> str:
    """Return the check digit that completes the first five digits of a code.

    Raises:
        ValueError: `first_five` is not five ASCII digits.
    """
    if not re.fullmatch("[0-9]{5}", first_five):
        raise ValueError(f"not five digits: {first_five!r}")
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_five, strict=True))
    return str((11 - total % 11) % 10)


def is_valid_code(code: str) -> bool:
    """Tell whether `code` is six ASCII digits that begin with a prefecture and check out.

    Whether there is such a municipality in the prefecture is not known here.
    """
    return (
        re.fullmatch("[0-9]{6}", code) is not None
        and 1 <= int(code[:2]) <= len(prefectures())
        and code[5] == check_digit(code[:5])
    )


def prefecture_of(code: str) -> Prefecture:
    """Return the prefecture that a government's 6-digit code belongs to.

    Raises:
        ValueError: `code` is not a valid code.
    """
    if not is_valid_code(code):
        raise ValueError(f"not a code of a local government: {code!r}")
    return prefectures()[int(code[:2]) - 1]
