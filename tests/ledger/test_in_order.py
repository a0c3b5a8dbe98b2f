import pytest

from koryu_cli.ledger.reading import Ledger, read

HEADINGS = "日本側|海外側|国|州・省|提携年月日"


def row(line: str) -> Ledger:
    """Read one row; ↵ is a line end in a cell."""
    cells = [f'"{cell.strip()}"'.replace("↵", "\n") for cell in line.split("|")]
    return read(f"{HEADINGS.replace('|', ',')}\n{','.join(cells)}\n".encode())


def agreements(found: Ledger) -> list[str]:
    """Show the country, the divisions and the first day of each record."""
    lines = []
    for _, record in found.records:
        [partner] = record["overseas"]
        day = (record["date"] or {}).get("start") or "-"
        lines.append(f"{partner['country'] or '-'} {'/'.join(partner['divisions'])} {day}")
    return lines


IN_ORDER = {
    "countries and dates": (
        "札幌市|ヒューストン市↵リヨン市↵瀋陽市|アメリカ↵フランス↵中国||S34.11.17↵S47.8.28↵S55.11.18",
        ["US ヒューストン市 1959-11-17", "FR リヨン市 1972-08-28", "CN 瀋陽市 1980-11-18"],
    ),
    "countries and states": (
        "札幌市 | ポートランド市↵ミュンヘン市 | アメリカ↵ドイツ | オレゴン州↵バイエルン州 | ",
        ["US オレゴン州/ポートランド市 -", "DE バイエルン州/ミュンヘン市 -"],
    ),
    "dates in one country": (
        "札幌市 | ポートランド市↵シアトル市 | アメリカ | | S34.11.17↵S47.8.28",
        ["US ポートランド市 1959-11-17", "US シアトル市 1972-08-28"],
    ),
    "countries with one date": (
        "大垣市 | グレンアイラ市↵邯鄲市 | オーストラリア↵中国 | | H5.11.3",
        ["AU グレンアイラ市 1993-11-03", "CN 邯鄲市 1993-11-03"],
    ),
    "dates of partners with their countries before them": (
        "札幌市 | アメリカ・ポートランド市↵ドイツ・ミュンヘン市 | | | S34.11.17↵S47.8.28",
        ["US ポートランド市 1959-11-17", "DE ミュンヘン市 1972-08-28"],
    ),
    "dates of partners with brackets, with 、 between them": (
        "帯広市 | スワード市(アメリカ)、朝陽市(中国) | | | S43.3.27、H12.11.17",
        ["US スワード市 1968-03-27", "CN 朝陽市 2000-11-17"],
    ),
    "countries of partners, with 、 between them": (
        "札幌市 | ポートランド市、瀋陽市 | アメリカ、中国 | | ",
        ["US ポートランド市 -", "CN 瀋陽市 -"],
    ),
    "partners in Latin letters": (
        "札幌市 | Portland↵Munich | アメリカ↵ドイツ | | ",
        ["US Portland -", "DE Munich -"],
    ),
    "partners on lines and dates with 、 between them": (
        "札幌市 | ポートランド市↵シアトル市 | アメリカ | | S34.11.17、S47.8.28",
        ["US ポートランド市 1959-11-17", "US シアトル市 1972-08-28"],
    ),
    "partners with their originals below them": (
        "札幌市 | ポートランド市↵Portland↵瀋陽市↵Shenyang | アメリカ↵中国 | | ",
        ["US ポートランド市 -", "CN 瀋陽市 -"],
    ),
    "partners with brackets below them": (
        "札幌市 | ポートランド市↵(オレゴン州)↵ミュンヘン市↵(バイエルン州) | アメリカ↵ドイツ | | ",
        ["US オレゴン州/ポートランド市 -", "DE バイエルン州/ミュンヘン市 -"],
    ),
    "partners with a name on two lines": (
        "札幌市 | クイーンズタウン・↵レイクス地区↵瀋陽市 | ニュージーランド↵中国 | | ",
        ["NZ クイーンズタウン・レイクス地区 -", "CN 瀋陽市 -"],
    ),
}


@pytest.mark.parametrize(("line", "expected"), IN_ORDER.values(), ids=IN_ORDER)
def test_cells_with_as_many_parts_hold_an_agreement_each(line: str, expected: list[str]) -> None:
    found = row(line)
    assert agreements(found) == expected
    assert found.problems == []
    assert [record["other"] for _, record in found.records] == [{}] * len(expected)


NOT_IN_ORDER = {
    "neither countries nor dates": "函館市 | 天津市↵大連市 | 中国 | | H13.10.18",
    "fewer countries": "札幌市 | ポートランド市↵ミュンヘン市↵瀋陽市 | アメリカ↵ドイツ | | ",
    "a country that is none": "札幌市 | ポートランド市↵ミュンヘン市 | アメリカ↵アトランティス | | ",
    "the date of a renewal": "札幌市 | 天津市↵大連市 | 中国 | | S60.5.1↵H7.5.1再締結",
    "the date of an end": "札幌市 | 天津市↵大連市 | 中国 | | S60.5.1、H20.3.31解消",
    "a state that a city lies in": "京都市 | 西安市、陝西省 | 中国 | | 1974/5/10、1994/5/10",
    "a place without its kind": "京都市 | レンヌ市↵ブルターニュ | フランス | | 1967/9/6↵2017/9/6",
    "a former name": "横浜市 | ムンバイ市↵旧ボンベイ市 | インド | | 1965/6/26↵2015/6/26",
    "a day in both calendars": "仙台市 | 甲市↵乙市 | アメリカ | | 1957/3/9↵昭和32年3月9日",
    "a country in two words": "京都市 | 甲市、乙市 | アメリカ、USA | | ",
    "a part that names several": "札幌市 | 天津市・大連市、瀋陽市と長春市 | 中国、韓国 | | ",
}


@pytest.mark.parametrize("line", NOT_IN_ORDER.values(), ids=NOT_IN_ORDER)
def test_cells_that_are_not_in_order_are_a_problem(line: str) -> None:
    found = row(line)
    assert len(found.records) == 1
    assert "提携先がいくつもあります" in " ".join(map(str, found.problems))


def test_a_place_on_several_lines_is_one_partner() -> None:
    found = row("札幌市 | オレゴン州↵ポートランド市 | アメリカ | | S34.11.17（S50.1.1再締結）")
    assert agreements(found) == ["US オレゴン州/ポートランド市 1959-11-17"]
