"""The forms of the single values of a record: texts, addresses, numbers."""

import re
from typing import Annotated, Literal

from pydantic import StringConstraints

Precision = Literal["day", "month", "year", "fiscal_year"]

Text = Annotated[str, StringConstraints(min_length=1)]
Hiragana = Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖー]+$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\x00-\x20\x7f-\x9f]+$")]
# Digits in any width, and between them what people write: (代), 内線 12, +81, a second number.
# Compiled by re: Pydantic's own engine needs 75 ms for a repetition within a repetition.
Telephone = Annotated[
    str,
    StringConstraints(
        pattern=re.compile(r"^[^0-9０-９@<>]{0,16}([0-9０-９][^0-9０-９@<>]{0,16}){4,60}$(?!\n)")
    ),
]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")]

LARGEST_ID = 2**53 - 1
"""The largest whole number that every program reads exactly from JSON (RFC 8259, section 6)."""
