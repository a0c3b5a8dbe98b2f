"""Where Japanese text may be broken, and that columns line up whatever is in them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Koryu
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from koryu_cli.display import MARKS
from koryu_cli.views.lines import NEVER_FIRST, NEVER_LAST, wrap

UNUSUAL = {
    "half-width-katakana": "ﾊﾟｰﾄﾅｰｼｯﾌﾟ" * 5,
    "ideographic-variation": "葛\U000e0100飾区" * 9,
    "combining-kana": "か\u3099き\u3099く\u3099" * 9,
    "combining-latin": "Thừa Thiên Hue\u0302\u0301, " * 4,
    "mixed-widths": "ＡＢＣabcｱｲｳアイウ" * 3,
}
TEXT = st.text(st.sampled_from("協定の、。「」（ﾊﾟー\u3099葛\U000e0100a b.\u0301㈱"), max_size=60)


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("text", UNUSUAL.values(), ids=UNUSUAL)
def test_columns_line_up_beside_unusual_text(
    koryu: Koryu, records: list[dict[str, Any]], tmp_path: Path, text: str, width: int
) -> None:
    for record in records[:3]:
        record["title"] = text
    path = tmp_path / "unusual.json"
    path.write_text(json.dumps(records[:4]), "utf-8")
    columns = ["--columns", "title,code"]
    table = koryu("--color", "never", "--data", str(path), "list", *columns, terminal=width).out

    heading, *lines = table.splitlines()
    place = cell_len(heading[: heading.index("団体コード")])
    codes = [re.split(r"(?<= )(?=\d{6})", line) for line in lines if re.search(r" \d{6}", line)]
    assert [cell_len(before) for before, _ in codes] == [place] * 4
    assert max(map(cell_len, table.splitlines())) <= width


@given(TEXT, st.integers(6, 40))
def test_a_line_is_never_wider_and_nothing_is_lost(text: str, width: int) -> None:
    lines = list(wrap(text, width))
    assert all(cell_len(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


@given(TEXT, st.integers(6, 40))
def test_no_line_begins_with_a_mark(text: str, width: int) -> None:
    """Marks are part of the character before them, if there is one and it is no blank."""
    assume(not re.search(rf"\s[{MARKS}]", text))
    lines = list(wrap(text, width))
    assert not [line for line in lines[1:] if re.match(f"[{MARKS}]", line)]


@pytest.mark.parametrize("stop", NEVER_FIRST)
def test_what_may_not_begin_a_line_does_not(stop: str) -> None:
    for width in range(8, 14):
        assert not [
            line for line in wrap("協定書" * 3 + stop + "覚書" * 3, width) if line[0] == stop
        ]


@pytest.mark.parametrize("opening", NEVER_LAST)
def test_what_may_not_end_a_line_does_not(opening: str) -> None:
    for width in range(8, 14):
        lines = list(wrap("協定書" * 3 + opening + "覚書" * 3, width))
        assert not [line for line in lines if line[-1] == opening]
