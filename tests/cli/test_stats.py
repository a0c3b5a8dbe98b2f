import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Golden, Koryu
from rich.cells import cell_len

from koryu_cli.query.facets import FACETS

SCOPE = "この調査に載る協定を数えたもので、協定のすべてではない。"
CHARTS = {
    "country": ["--by", "country"],
    "year": ["--by", "year"],
    "prefecture-recent": ["--by", "prefecture", "--since", "2010"],
    "country-theme": ["--by", "country", "--across", "theme"],
}


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, None])
@pytest.mark.parametrize("name", CHARTS)
def test_charts_and_cross_tables_at_the_widths_of_terminals(
    koryu: Koryu, golden: Golden, name: str, width: int | None
) -> None:
    result = koryu("--color", "never", "stats", *CHARTS[name], terminal=width)
    assert (result.code, result.err) == (0, "")
    golden(f"stats-{name}-{width or 'pipe'}", result.out)
    if width is not None:
        assert max(map(cell_len, result.out.splitlines())) <= width


def test_colour_does_not_change_the_text(koryu: Koryu) -> None:
    plain = koryu("--color", "never", "stats", terminal=80).out
    coloured = koryu("--color", "always", "stats", terminal=80).out
    assert "\x1b[" in coloured
    assert [
        re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in coloured.splitlines()
    ] == plain.splitlines()


@pytest.mark.parametrize("name", FACETS)
def test_json_is_an_array_of_values_and_counts(koryu: Koryu, name: str) -> None:
    """Each value, given back to its filter, gives as many numbers."""
    option = f"--{name}" if name in ("country", "prefecture", "theme", "kind") else "--when"
    found = json.loads(koryu("stats", "--by", name, "--json").out)
    assert found
    for count in found:
        assert list(count) == ["value", "count"]
        assert koryu("list", option, count["value"], "--count").out == f"{count['count']}\n"


def test_json_of_a_cross_table_has_the_cells_that_are_not_zero(koryu: Koryu) -> None:
    found = json.loads(koryu("stats", "--across", "kind", "-c", "ベトナム", "--json").out)
    assert found == [
        {"value": "ベトナム", "across": "覚書", "count": 3},
        {"value": "ベトナム", "across": "協定", "count": 1},
    ]


def test_csv_of_one_facet(koryu: Koryu) -> None:
    result = koryu("stats", "--by", "era", "-o", "csv")
    assert result == (0, "元号,件数\r\n平成,25\r\n", "")


@pytest.mark.parametrize(
    ("facets", "first", "last"),
    [
        (["--by", "year"], (1990, 1), (2012, 6)),
        (["--by", "fiscal-year"], ("1990年度", 1), ("2012年度", 4)),
        (["--by", "year", "--across", "kind"], (1990, 0), ("計", 8)),
    ],
    ids=["years", "fiscal years", "years and kinds"],
)
def test_years_are_numbers_in_a_workbook(
    koryu: Koryu,
    tmp_path: Path,
    facets: list[str],
    first: tuple[object, int],
    last: tuple[object, int],
) -> None:
    path = tmp_path / "counts.xlsx"
    assert koryu("stats", *facets, "--output", str(path)).code == 0
    table: Any = openpyxl.load_workbook(path).active
    _, above, *_, below = table.iter_rows(max_col=2, values_only=True)
    assert (above, below) == (first, last)


def test_csv_of_a_cross_table_is_a_matrix_with_margins(koryu: Koryu) -> None:
    result = koryu("stats", "--across", "theme", "-g", "青森", "-o", "csv")
    assert list(csv.reader(io.StringIO(result.out))) == [
        ["国", "環境", "首長交流", "人材育成", "人事交流", "計"],
        ["韓国", "1", "0", "1", "1", "2"],
        ["オーストラリア", "0", "1", "0", "0", "1"],
        ["計", "1", "1", "1", "1", "3"],
    ]
    assert "複数の分野に当たるもの（1 件）は、それぞれに数えた（延べ 4 件）。" in result.err


@pytest.mark.parametrize(
    ("arguments", "note"),
    [
        (["--by", "theme"], "複数の分野に当たるもの（15 件）は、それぞれに数えた（延べ 47 件）。"),
        (
            ["--by", "fiscal-year"],
            "複数の年度に当たりうるもの（1 件）は、それぞれに数えた（延べ 26 件）。",
        ),
        (["--by", "prefecture", "-c", "中国"], None),
        (["--by", "year"], None),
    ],
)
def test_a_note_says_when_a_record_counts_more_than_once(
    koryu: Koryu, arguments: list[str], note: str | None
) -> None:
    below = koryu("stats", *arguments).out.rpartition("\n\n")[2].splitlines()
    assert below == [line for line in (note, SCOPE) if line]


def made(number: int, **fields: object) -> dict[str, object]:
    """A record as short as can be."""
    sides = {"japan": [{"name": "札幌市"}], "overseas": [{"name": "大韓民国ソウル特別市"}]}
    return {"id": number, **sides, **fields}


SPARSE = json.dumps(
    [
        made(1, date={"text": "1873年5月1日"}, agreement="交流協定", themes=["環境"]),
        made(2, date={"text": "9999年5月1日"}, themes=["環境"]),
        made(3, date={"text": "2012年"}, agreement="覚書"),
        made(4, overseas=[{"name": "ある市"}]),
    ]
)


@pytest.mark.parametrize(
    ("arguments", "remarks"),
    [
        (["--by", "country"], ["国の分からないもの（1 件）は、数えていない。"]),
        (["--by", "kind"], ["種類の分からないもの（2 件）は、数えていない。"]),
        (
            ["--by", "theme", "--across", "kind"],
            [
                "分野の分からないもの（2 件）は、計だけに数えた。",
                "種類の分からないもの（2 件）は、計だけに数えた。",
            ],
        ),
        (
            ["--by", "year"],
            [
                "年の分からないもの（1 件）は、数えていない。",
                "0 件の続く 1874～2011、2013～9998 は省いた。",
            ],
        ),
        (
            ["--by", "decade"],
            [
                "年代の分からないもの（1 件）は、数えていない。",
                "0 件の続く 2020年代～9980年代 は省いた。",
            ],
        ),
    ],
)
def test_remarks_say_what_is_not_counted_and_not_shown(
    koryu: Koryu, arguments: list[str], remarks: list[str]
) -> None:
    page = koryu("--data", "-", "stats", *arguments, stdin=SPARSE).out
    assert page.rpartition("\n\n")[2].splitlines() == remarks
    rows = koryu("--data", "-", "stats", *arguments, "-o", "csv", stdin=SPARSE)
    assert rows.err.splitlines() == remarks


@pytest.mark.parametrize("by", ["year", "fiscal-year", "decade"])
@pytest.mark.parametrize("across", ["year", "fiscal-year", "decade"])
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_table_is_as_long_as_the_time_between_its_records(
    koryu: Koryu, by: str, across: str, form: str
) -> None:
    options = ["--by", by] if by == across else ["--by", by, "--across", across]
    out = koryu("--data", "-", "stats", *options, "-o", form, stdin=SPARSE).out
    assert 3 <= len(out.splitlines()) < 80
    assert max(map(len, out.splitlines())) < 120


@pytest.mark.parametrize(
    ("arguments", "caption"),
    [
        (["stats"], "国別の件数: この調査の個票 25 件"),
        (["stats", "-c", "kor"], "国別の件数: この調査の個票 25 件のうち 7 件"),
        (["stats", "--by", "年", "-c", "US"], "年別の件数: この調査の個票 25 件のうち 0 件"),
        (["stats", "--by", "分野", "--across", "国"], "分野別・国別の件数: この調査の個票 25 件"),
    ],
)
def test_the_caption_says_what_is_counted(koryu: Koryu, arguments: list[str], caption: str) -> None:
    assert koryu(*arguments).out.splitlines()[0] == caption


def test_another_data_file_is_not_called_the_survey(
    koryu: Koryu, records: list[dict[str, Any]]
) -> None:
    out = koryu("--data", "-", "stats", stdin=json.dumps(records[:2])).out
    assert out.splitlines()[0] == "国別の件数: データ 2 件"
    assert SCOPE not in out


@pytest.mark.parametrize("across", [[], ["--across", "theme"]])
@pytest.mark.parametrize(
    ("form", "lines"), [("json", 1), ("ndjson", 0), ("csv", 1), ("tsv", 1), ("markdown", 2)]
)
def test_nothing_to_count_is_an_empty_result(
    koryu: Koryu, across: list[str], form: str, lines: int
) -> None:
    result = koryu("stats", "-c", "ブラジル", *across, "-o", form)
    assert (result.code, result.out.count("\n"), result.err) == (0, lines, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--by", "conutry"], ["--by", "「conutry」", "もしかして: country", "fiscal-year"]),
        (["--across", "thema"], ["--across", "「thema」", "もしかして: theme"]),
        (["--across", "country"], ["--across", "「country」", "--by と同じ", "prefecture"]),
        (["--by", "年", "--across", "year"], ["「year」", "--by と同じ"]),
        (["-o", "ids"], ["--format", "「ids」", "markdown"]),
    ],
)
def test_a_wrong_facet_is_named_with_the_right_ones(
    koryu: Koryu, arguments: list[str], words: list[str]
) -> None:
    result = koryu("stats", *arguments)
    assert (result.code, result.out) == (2, "")
    assert [word for word in words if word not in result.err] == []


def test_help_names_every_facet(koryu: Koryu) -> None:
    page = koryu("stats", "--help").out.replace("\n", "")
    named = [f"{facet.heading} {name}" for name, facet in FACETS.items()]
    assert [pair for pair in named if pair not in re.sub(" +", " ", page)] == []
