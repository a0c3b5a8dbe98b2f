"""Rows on a terminal: nothing that was asked for is dropped, and no value broken."""

import io
import re
from collections.abc import Sequence

import pytest
from conftest import Koryu
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from koryu_cli.catalogue import reading
from koryu_cli.record.models import Agreement
from koryu_cli.views import table
from koryu_cli.views.columns import AGREEMENT_COLUMNS, TABLE_COLUMNS, Column
from koryu_cli.views.widths import share

AGREEMENTS = reading.read()
BY_KEY = {column.key: column for column in AGREEMENT_COLUMNS}
ASKED = [
    ["id", "date", "phone", "email"],
    ["id", "url"],
    ["japan", "overseas", "start", "end", "code"],
    ["background", "id", "phone"],
    ["email", "title", "themes"],
]


def drawn(columns: Sequence[Column[Agreement]], rows: Sequence[Agreement], width: int) -> str:
    page = io.StringIO()
    layout = table.lay_out(columns, rows, width)
    Console(file=page, width=width, markup=False, emoji=False, highlight=False).print(
        table.render(layout, width)
    )
    return page.getvalue()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
@pytest.mark.parametrize("keys", ASKED, ids=",".join)
def test_columns_asked_for_are_all_shown(koryu: Koryu, keys: list[str], width: int) -> None:
    options = ["--color", "never", "list", "--columns", ",".join(keys)]
    result = koryu(*options, terminal=width)
    assert max(map(cell_len, result.out.splitlines())) <= width
    assert [key for key in keys if BY_KEY[key].heading not in result.out] == []
    assert "省きました" not in result.err


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
@pytest.mark.parametrize("keys", ASKED, ids=",".join)
def test_dates_numbers_and_addresses_are_never_broken(keys: list[str], width: int) -> None:
    """But an address that is itself wider than the terminal."""
    asked = [BY_KEY[key] for key in keys]
    page = drawn(asked, AGREEMENTS, width)
    whole = [column for column in asked if column.whole or column.number]
    values = {
        value
        for column in whole
        for agreement in AGREEMENTS
        for value in filter(None, column.values_of(agreement))
    }
    fitting = [value for value in values if cell_len(value) <= width - table.INDENT]
    assert [value for value in fitting if value not in page] == []


@pytest.mark.parametrize(
    ("width", "left_out"),
    [(30, ""), (40, "提携年月日、協定等"), (60, "協定等"), (80, "")],
)
def test_the_usual_list_says_which_columns_it_leaves_out(
    koryu: Koryu, width: int, left_out: str
) -> None:
    result = koryu("--color", "never", "list", terminal=width)
    remark = (
        f"幅が足りないため、{left_out}の列を省きました。"
        "--columns id,date,japan,overseas,agreement を付けると、すべて示します。\n"
    )
    assert result.err == (remark if left_out else "") + "25 件（この調査の個票 25 件のうち）\n"


def test_rows_stand_one_below_the_other_where_a_table_does_not_fit() -> None:
    columns = [BY_KEY[key] for key in ("id", "japan", "email")]
    rows = [agreement for agreement in AGREEMENTS if agreement.id in (3, 20)]
    lines = [line.rstrip() for line in drawn(columns, rows, 36).splitlines()]
    assert lines == [
        "番号        3",
        "日本側      北海道札幌市",
        "電子メール  kokusai@city.sapporo.jp",
        "",
        "番号        20",
        "日本側      青森県三戸町",
        "電子メール",
    ]
    lines = [line.rstrip() for line in drawn(columns, rows[:1], 30).splitlines()]
    assert lines[2:] == ["電子メール", "  kokusai@city.sapporo.jp"]


def test_a_column_gives_way_only_where_it_may() -> None:
    layout = table.lay_out(TABLE_COLUMNS, AGREEMENTS, 60)
    assert [column.key for column in layout.left_out] == ["agreement"]
    assert table.lay_out(TABLE_COLUMNS, AGREEMENTS, 30).widths is None
    assert table.lay_out(TABLE_COLUMNS, [], 80).left_out == []


@pytest.mark.parametrize(
    ("cells", "least", "room", "widths"),
    [
        pytest.param([[4, 4], [10, 10]], [4, 4], 14, [4, 10], id="nothing wraps"),
        pytest.param([[4, 4], [10, 10]], [4, 8], 11, None, id="no room"),
        pytest.param([[20, 20, 20], [40, 4, 4]], [4, 4], 30, [20, 10], id="one long cell wraps"),
        pytest.param([[40, 4, 4], [20, 20, 20]], [4, 4], 30, [10, 20], id="whichever column"),
        pytest.param([[12], [400]], [4, 4], 60, [12, 48], id="a long text"),
    ],
)
def test_room_goes_to_the_column_that_needs_it(
    cells: list[list[int]], least: list[int], room: int, widths: list[int] | None
) -> None:
    assert share(cells, least, room) == widths


@given(
    cells=st.lists(st.lists(st.integers(0, 90), min_size=3, max_size=3), min_size=1, max_size=5),
    least=st.lists(st.integers(1, 12), min_size=5, max_size=5),
    room=st.integers(1, 120),
)
def test_columns_fit_and_none_is_narrower_than_it_may_be(
    cells: list[list[int]], least: list[int], room: int
) -> None:
    widths = share(cells, least[: len(cells)], room)
    if widths is None:
        assert sum(least[: len(cells)]) > room
    else:
        assert sum(widths) <= room
        assert all(width >= low for width, low in zip(widths, least, strict=False))


@pytest.mark.parametrize("command", ["list", "stats", "timeline", "anniversaries", "show"])
@pytest.mark.parametrize("color", ["always", "never"])
@pytest.mark.parametrize("width", [30, 60, 120])
def test_no_line_ends_with_blanks(koryu: Koryu, command: str, color: str, width: int) -> None:
    words = [command, *(["17", "25"] if command == "show" else [])]
    page = koryu("--color", color, "--no-pager", *words, terminal=width).out
    plain = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", page)
    assert [line for line in plain.splitlines() if line != line.rstrip()] == []
