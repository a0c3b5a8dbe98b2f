"""Pages of HTML: valid, complete in themselves, and text stays text."""

import json
import os
import re
import subprocess
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from conftest import KORYU, Koryu

from koryu_cli.views.columns import Column
from koryu_cli.views.html import table
from koryu_cli.views.html.page import STYLE
from koryu_cli.views.links import telephone_of

HOSTILE = [
    "<script>alert(1)</script>",
    "</style></title><h1>",
    "&copy;&#x41;",
    "\" onclick='x'",
    "\x1b[31m\x00\u202e",
    "[bold]]>",
    "<!-- -->",
]
COMMANDS = [
    ["list"],
    ["list", "--columns", "id,url,email,background"],
    ["show", "9", "15", "18", "19"],
    ["search", "下水", "研修"],
    ["stats", "--by", "year"],
    ["stats", "--across", "theme"],
    ["timeline", "9"],
    ["anniversaries", "--in", "2027"],
    ["list", "-c", "タイ"],
    ["stats", "-c", "タイ"],
    ["check"],
]


def parsed(page: str) -> Element:
    """The tree of a page, which has no error that HTML 5 knows."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


def texts(tree: Element, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in tree.iterfind(path)]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_page_is_valid_and_complete_in_itself(
    koryu: Koryu, arguments: list[str], language: str
) -> None:
    result = koryu(*arguments, "-o", "html", "--lang", language)
    assert result.code == 0
    tree = parsed(result.out)
    assert tree.get("lang") == language
    assert tree.find("head/title") is not None
    assert {element.tag for element in tree.iter()} <= {
        *("html", "head", "meta", "title", "style", "body", "article", "h1", "h2", "p", "ul"),
        *("li", "a", "br", "mark", "strong", "table", "thead", "tbody", "tr", "th", "td", "span"),
    }
    assert not re.search(r"url\(|@import|src=", result.out)
    ids = [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert ids == []


@pytest.fixture
def hostile(tmp_path: Path, records: list[dict[str, Any]]) -> str:
    """A data file whose texts are markup."""
    for record, text in zip(records, HOSTILE * 4, strict=False):
        record |= {"title": text, "agreement": text, "background": f"下水{text}\n・{text}"}
        record |= {"note": text, "other": {text: text}, "kind": "その他"}
        record["contacts"][0]["departments"] = [text]
        record["links"] = [{"label": text, "url": "http://a.example/\"'<b>&x=1"}]
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(records), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--columns", "title,background,departments,url"],
        ["show", "1-7"],
        ["search", "下水"],
        ["timeline"],
        ["anniversaries", "--in", "2027", "--every", "1"],
        ["stats", "--by", "kind"],
    ],
    ids=" ".join,
)
def test_markup_in_a_text_is_shown(koryu: Koryu, hostile: str, arguments: list[str]) -> None:
    result = koryu("--data", hostile, *arguments, "-o", "html")
    assert result.code == 0
    tree = parsed(result.out)
    assert "script" not in {element.tag for element in tree.iter()}
    assert {name for each in tree.iter() for name in each.attrib} <= {
        *("lang", "charset", "name", "content", "class", "scope", "data-label", "href"),
        *("style", "aria-hidden"),
    }
    if arguments[0] in ("list", "show"):
        shown = "".join(tree.itertext())
        for text in HOSTILE[:4]:
            assert text in shown
        assert "␛[31m␀\\u202e" in shown


def test_a_list_is_a_table(koryu: Koryu) -> None:
    tree = parsed(koryu("list", "-c", "韓国", "-o", "html").out)
    assert texts(tree, "body/h1") == ["7 件（この調査の個票 25 件のうち）"]
    assert texts(tree, "body/table/thead/tr/th") == [
        *("番号", "提携年月日", "日本側", "海外側", "協定等")
    ]
    assert texts(tree, "body/table/tbody/tr[1]/td") == [
        *("9", "平成23年12月7日", "青森県", "韓国 済州特別自治道", "友好交流協定【再掲】")
    ]
    labels = [cell.get("data-label") for cell in tree.iterfind("body/table/tbody/tr[1]/td")]
    assert labels == texts(tree, "body/table/thead/tr/th")


def test_a_card_has_the_sections_of_the_form(koryu: Koryu) -> None:
    tree = parsed(koryu("show", "18", "-o", "html").out)
    assert [heading[:3] for heading in texts(tree, "body/article/h2")] == [
        *("(3)", "(4)", "(5)", "(6)", "(7)")
    ]
    assert len(texts(tree, "body/article/ul/li")) == 8
    links = [link.get("href", "") for link in tree.iterfind("body/article/p/a")]
    assert links[:2] == [
        "http://www.city.osaka.lg.jp/kensetsu/page/0000140541.html",
        "https://web.archive.org/web/2013/http://www.city.osaka.lg.jp/kensetsu/page/0000140541.html",
    ]
    assert len(links) == 8
    contacts = [link.get("href") for link in tree.iterfind("body/article/table/tbody/tr/td/a")]
    assert contacts == ["tel:0662087246", "mailto:aa0006@city.osaka.lg.jp"]


def test_the_lines_of_a_field_and_the_cells_of_a_table_stay(koryu: Koryu) -> None:
    """Also in a word processor, which does not heed the style of a page."""
    page = koryu("show", "25", "-o", "html").out
    assert "<td>福岡県<br>佐賀県<br>長崎県<br>山口県</td>" in page
    tree = parsed(koryu("show", "9", "-o", "html").out)
    assert texts(tree, "body/article/table[2]/tbody/tr[2]/td") == [
        *("6月", "「第7回済州フォーラム」に知事がパネリストとして参加")
    ]


def test_the_title_of_a_page_names_the_first_forms(koryu: Koryu) -> None:
    title = texts(parsed(koryu("show", "1-4", "-o", "html").out), "head/title")
    assert title[0].count("、") == 2


def test_a_hit_in_the_title_alone_has_no_table(koryu: Koryu) -> None:
    tree = parsed(koryu("search", "日本国青森県－大韓", "-o", "html").out)
    assert (len(tree.findall("body/h2")), len(tree.findall("body/table"))) == (1, 0)


def test_a_short_value_is_not_broken() -> None:
    columns: list[Column[str]] = [Column("a", "a", str, whole=True)]
    tree = parsed("".join(table.render(columns, ["a" * 20, "a" * 21, "a" * 20 + "\n" + "b"], "")))
    cells = tree.findall("body/table/tbody/tr/td")
    assert [cell.get("class") for cell in cells] == ["whole", None, "whole"]


def test_several_addresses_in_a_cell_are_links(koryu: Koryu) -> None:
    tree = parsed(koryu("list", "-g", "神戸", "--columns", "email", "-o", "html").out)
    assert [link.get("href") for link in tree.iterfind("body/table/tbody/tr/td/a")] == [
        "mailto:gesui_keikaku@office.city.kobe.lg.jp",
        "mailto:kk-wb@office.city.kobe.lg.jp",
    ]


def test_a_timeline_has_a_table_a_year_with_the_dates_marked(koryu: Koryu) -> None:
    tree = parsed(koryu("timeline", "9", "-o", "html").out)
    years = texts(tree, "body/h2")
    assert years == ["2009年（平成21年）", "2011年（平成23年）", "2012年（平成24年）"]
    assert len(tree.findall("body/table")) == len(years)
    first = texts(tree, "body/table[1]/tbody/tr/td/p")
    assert first[0] == "9　青森県 - 韓国 済州特別自治道"
    assert texts(tree, "body/table[1]/tbody/tr//mark") == ["平成21年7月", "11月", "平成22年10月"]
    assert texts(tree, "body/table[2]/tbody/tr/th")[1] == "平成23年12月7日2011-12-07"
    assert texts(tree, "body/table[2]//strong") == [
        "【提携】日本国青森県－大韓民国済州特別自治道友好交流協定"
    ]


@pytest.mark.parametrize(
    ("date", "language", "year"),
    [
        ("1868年", "ja", "1868"),
        ("平成元年1月8日", "ja", "1989年（昭和64年/平成元年）"),
        ("令和7年まで", "ja", "2025年（令和7年）"),
        ("平成24年度", "en", "2012"),
    ],
)
def test_the_year_of_an_event(
    koryu: Koryu, records: list[dict[str, Any]], date: str, language: str, year: str
) -> None:
    record = records[0] | {"date": None, "background": f"{date}、交流した。"}
    record |= {"activities": None, "outcomes": None}
    data = json.dumps([record])
    arguments = ["timeline", "-o", "html", "--lang", language, "--data", "-"]
    assert texts(parsed(koryu(*arguments, stdin=data).out), "body/h2") == [year]


def test_anniversaries_have_both_calendars_and_links_to_the_contacts(koryu: Koryu) -> None:
    page = koryu("anniversaries", "--in", "2027", "-g", "智頭町", "-o", "html").out
    row = "body/table/tbody/tr"
    tree = parsed(page)
    assert texts(tree, f"{row}/td") == [
        "令和9年6月28日2027-06-28（月）",
        "15周年",
        "14",
        "職員相互派遣実施合意書鳥取県智頭町 - 韓国 江原道楊口郡",
        "企画課0858-75-4112kikaku@town.chizu.tottori.jp",
    ]
    assert [link.get("href") for link in tree.iterfind(f"{row}/td/a")] == [
        *("tel:0858754112", "mailto:kikaku@town.chizu.tottori.jp")
    ]
    assert "令和9年6月28日<br>2027-06-28" in page
    narrow = koryu("anniversaries", "--in", "2027", "--columns", "id,years", "-o", "html").out
    assert texts(parsed(narrow), "body/table/thead/tr/th") == ["番号", "周年"]


def test_a_page_of_anniversaries_says_which_have_no_date(
    koryu: Koryu, records: list[dict[str, Any]]
) -> None:
    records[0]["date"] = None
    result = koryu("anniversaries", "-o", "html", "--data", "-", stdin=json.dumps(records))
    assert "年月日の分からない協定 1 件は含まれていません: 1 番" in texts(
        parsed(result.out), "body/p"
    )


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("011-211-2032", "tel:0112112032"),
        ("０１１（２１１）２０３２", "tel:0112112032"),
        ("(03)1234-5678（代表）", "tel:0312345678"),
        ("03-1234-5678 内線 12", "tel:0312345678"),
        ("090-1234-5678", "tel:09012345678"),
        ("011-211-203", None),
        ("+81-90-1234-5678", "tel:+819012345678"),
        ("+81-90-1234-56789", None),
        ("+81-11-211-2032", "tel:+81112112032"),
        ("+81(0)11-211-2032 ext. 5", "tel:+81112112032"),
        ("0112112032", None),
        ("011-2", None),
        ("011-211-2032-4444-5555", None),
        ("2012-05-23", None),
        ("011002", None),
        ("電話 011-211-2032", None),
    ],
)
def test_a_telephone_number_calls(text: str, target: str | None) -> None:
    assert telephone_of(text) == target


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "17"], ["search", "下水"], ["stats"], ["timeline", "9"], ["anniversaries"]],
    ids=" ".join,
)
def test_a_page_is_utf_8_as_it_says(arguments: list[str]) -> None:
    command = [*KORYU, *arguments, "-o", "html"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp932"}
    page = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert "個票" in page.decode("utf-8")


def test_the_bars_of_a_chart_are_as_long_as_the_figures(koryu: Koryu) -> None:
    tree = parsed(koryu("stats", "-o", "html").out)
    figures = [int(text) for text in texts(tree, "body/table/tbody/tr/td[1]")]
    bars = [bar.get("style") for bar in tree.iterfind("body/table/tbody/tr/td/span")]
    assert bars == [f"width:{100 * figure / max(figures):.4g}%" for figure in figures]
    few = parsed(koryu("stats", "-c", "ラオス", "-o", "html").out)
    (bar,) = few.iterfind("body/table/tbody/tr/td/span")
    assert bar.get("style") == "width:100%"
    assert "協定のすべてではない" in texts(tree, "body/p")[-1]


def test_the_words_that_were_sought_are_marked(koryu: Koryu) -> None:
    tree = parsed(koryu("search", "下水", "研修", "-o", "html").out)
    assert texts(tree, "body/h1") == ["「下水 研修」の検索結果: 1 件（この調査の個票 25 件のうち）"]
    assert set(texts(tree, ".//mark")) == {"下水", "研修"}


def test_text_stands_out_from_its_ground() -> None:
    """By WCAG 2.2: contrast of 4.5 to 1 or more, here on white and on the ground of marks."""

    def luminance(color: str) -> float:
        wide = color if len(color) == 6 else "".join(2 * digit for digit in color)
        parts = [int(wide[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return sum(map(float.__mul__, (0.2126, 0.7152, 0.0722), linear))

    colors = set(re.findall(r"(?<![\w-])color: #(\w+)", STYLE))
    grounds = set(re.findall(r"(?:body|mark) \{[^}]*background: #(\w+)", STYLE))
    assert (len(colors), len(grounds)) == (4, 2)
    for color, ground in product(colors, grounds):
        assert (luminance(ground) + 0.05) / (luminance(color) + 0.05) >= 4.5, (color, ground)
