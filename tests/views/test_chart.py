import io
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType

from koryu_cli.catalogue import reading
from koryu_cli.query.counting import TOTAL, CrossTable, Tally, cross
from koryu_cli.query.facets import FACETS
from koryu_cli.views import chart
from koryu_cli.views.counts import Bar
from koryu_cli.views.lines import heading_lines, narrowest

WIDTHS = [24, 40, 60, 80, 120]
BARS = st.lists(
    st.builds(
        Bar,
        st.text("韓国A1ー・ﾊ゛", min_size=1, max_size=40),
        st.integers(0, 2000),
        st.booleans(),
    ),
    max_size=8,
)


def drawn(body: RenderableType, width: int | None, color: str | None = None) -> list[str]:
    page = Console(file=io.StringIO(), width=width or 10_000, color_system=None, markup=False)
    if color:
        page = Console(file=io.StringIO(), width=80, color_system="truecolor", force_terminal=True)
    page.print(body)
    text: str = page.file.getvalue()  # type: ignore[attr-defined]
    return [line.rstrip() for line in text.splitlines()]


@given(bars=BARS, width=st.sampled_from(WIDTHS))
def test_a_chart_is_no_wider_than_the_terminal_and_keeps_every_figure(
    bars: list[Bar], width: int
) -> None:
    lines = drawn(chart.render(bars, width), width)
    assert all(cell_len(line) <= width for line in lines)
    figures = [int(found[1]) for line in lines if (found := re.search(r" (\d+)(?:  #+)?$", line))]
    assert figures == [bar.figure for bar in bars]


@given(figures=st.lists(st.integers(0, 500), min_size=1), width=st.sampled_from([None, *WIDTHS]))
def test_a_longer_bar_never_stands_for_less(figures: list[int], width: int | None) -> None:
    lines = drawn(chart.render([Bar("国", figure) for figure in figures], width), width)
    lengths = [line.count("#") for line in lines]
    for length, figure in zip(lengths, figures, strict=True):
        assert (length > 0) is (figure > 0)
    in_order = [length for _, length in sorted(zip(figures, lengths, strict=True))]
    assert in_order == sorted(lengths)


def test_bars_are_exactly_proportional_where_there_is_room() -> None:
    lines = drawn(chart.render([Bar("中国", 8), Bar("韓国", 7), Bar("カナダ", 1)], 60), 60)
    assert [line.count("#") for line in lines] == [40, 35, 5]


def test_a_bar_is_solid_in_colour() -> None:
    (line,) = drawn(chart.render([Bar("中国", 1)], 20), 20, color="truecolor")
    assert re.search(r"\x1b\[36;46m#+\x1b\[0m", line)


@pytest.mark.parametrize("width", [24, 40, 60, 76, 80, 120, 200, None])
@pytest.mark.parametrize(
    ("by", "across"),
    [("country", "theme"), ("prefecture", "kind"), ("year", "country"), ("theme", "fiscal-year")],
)
def test_a_cross_table_shows_every_number_at_every_width(
    by: str, across: str, width: int | None
) -> None:
    facets = FACETS[by], FACETS[across]
    table = cross(Tally.of(reading.read(), facets), *facets)
    lines = drawn(chart.render_cross(table, FACETS[by], width), width)
    assert all(cell_len(line) <= (width or 10_000) for line in lines)
    below_heading = re.split("^-+$", "\n".join(lines), flags=re.MULTILINE)[-1]
    shown = Counter(map(int, re.findall(r"(?<= )\d+(?= |$)", below_heading, re.MULTILINE)))
    assert {number: shown[number] for number in shown if number} == Counter(table.cells.values())


def test_a_cross_table_gives_way_to_the_width_but_drops_no_number() -> None:
    cells: Counter[tuple[str, ...]] = Counter(
        {
            ("中国", "環境"): 12, ("中国", TOTAL): 12, ("韓国", "防災"): 3, ("韓国", TOTAL): 3,
            (TOTAL, "環境"): 12, (TOTAL, "防災"): 3, (TOTAL, TOTAL): 15,
        }
    )  # fmt: skip
    table = CrossTable(["中国", "韓国"], ["環境", "防災"], cells)

    def at(width: int) -> list[str]:
        return drawn(chart.render_cross(table, FACETS["country"], width), width)

    assert at(20) == [
        "国    環境  防災  計",
        "--------------------",
        "中国    12     -  12",
        "韓国     -     3   3",
        "計      12     3  15",
    ]
    assert at(19) == [
        "中国    12  ######",
        "  環境  12  ######",
        "韓国     3  ##",
        "  防災   3  ##",
        "計      15  #######",
        "  環境  12  ######",
        "  防災   3  ##",
    ]


@pytest.mark.parametrize("figure", [0, 1, 3, 8])
def test_in_colour_nothing_but_the_bar_has_a_ground(figure: int) -> None:
    """In a chart with room beside the bar; tabs and padding of the column are not coloured."""
    *_, line = drawn(chart.render([Bar("中国", 8), Bar("韓国", figure)], 60), 60, color="truecolor")
    grounds = re.findall(r"\x1b\[[\d;]*46m([^\x1b]*)", line)
    assert "".join(grounds) == "#" * (figure * 5)


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("環境", ["環境"]),
        ("上下水道", ["上下", "水道"]),
        ("北海道", ["北海道"]),
        ("経済・産業", ["経済・", "産業"]),
        ("文化・スポーツ", ["文化・", "スポーツ"]),
        ("オーストラリア", ["オースト", "ラリア"]),
        ("1990年代", ["1990", "年代"]),
        ("ICT", ["ICT"]),
        ("Agreement of friendship", ["Agreement", "of", "friendship"]),
        ("国", ["国"]),
    ],
)
def test_a_heading_is_broken_into_lines_of_two_characters_and_more(
    heading: str, lines: list[str]
) -> None:
    assert heading_lines(heading, narrowest(heading)) == lines
