"""Pages of HTML: valid, complete in themselves, and text stays text."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from conftest import Koryu

from koryu_cli.views.html.page import STYLE

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
        *("li", "a", "mark", "table", "thead", "tbody", "tr", "th", "td", "span"),
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
    (mail,) = tree.iterfind("body/article/table/tbody/tr/td/a")
    assert mail.get("href") == "mailto:aa0006@city.osaka.lg.jp"


def test_several_addresses_in_a_cell_are_links(koryu: Koryu) -> None:
    tree = parsed(koryu("list", "-g", "神戸", "--columns", "email", "-o", "html").out)
    assert [link.get("href") for link in tree.iterfind("body/table/tbody/tr/td/a")] == [
        "mailto:gesui_keikaku@office.city.kobe.lg.jp",
        "mailto:kk-wb@office.city.kobe.lg.jp",
    ]


def test_the_bars_of_a_chart_are_as_long_as_the_figures(koryu: Koryu) -> None:
    tree = parsed(koryu("stats", "-o", "html").out)
    figures = [int(text) for text in texts(tree, "body/table/tbody/tr/td[1]")]
    bars = [bar.get("style") for bar in tree.iterfind("body/table/tbody/tr/td/span")]
    assert bars == [f"width:{100 * figure / max(figures):.4g}%" for figure in figures]
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
