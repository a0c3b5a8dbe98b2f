"""Markdown, as GitHub's own library renders it."""

import json
import re
from html import unescape
from typing import Any

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from conftest import Koryu

from koryu_cli.views.columns import Column
from koryu_cli.views.markdown import escape, render


def rendered(markdown: str) -> str:
    html: str = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return html


@pytest.mark.parametrize(
    "text",
    [
        "&copy; &#x41; AT&T",
        "~~取消~~ 10~20",
        "*強* _斜_ `符` **太**",
        "[題](http://) ![絵]",
        "<b>太</b> <!-- -->",
        "a|b \\| c",
        "$x$ #1 @name",
        "平成20年度2名",
    ],
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert unescape(rendered(escape(text))) == f"<p>{text}</p>\n"
    columns: list[Column[str]] = [Column("a", "a", str)]
    cells = re.findall("<td>(.*?)</td>", rendered("".join(render(columns, [text]))))
    assert [unescape(cell) for cell in cells] == [text]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://a.jp/b_c_d?e=1&f=*g*", "http://a.jp/b_c_d?e=1&f=*g*"),
        ("http://a.jp/~b/[c]", "http://a.jp/~b/"),
        ("（http://a.jp/b_c_）を見よ", "http://a.jp/b_c_"),
        ("http://a.jp/b_c. 次", "http://a.jp/b_c"),
        ("a_b.c_@d-e.lg.jp", "mailto:a_b.c_@d-e.lg.jp"),
        ("連絡は a_b@c.jp へ", "mailto:a_b@c.jp"),
        ("http://a.jp/?b|c", "http://a.jp/?b|c"),
    ],
)
def test_an_address_stays_whole(text: str, address: str) -> None:
    columns: list[Column[str]] = [Column("a", "a", str)]
    for html in (rendered(escape(text)), rendered("".join(render(columns, [text])))):
        links = [unescape(link) for link in re.findall('href="(.*?)"', html)]
        assert [re.sub("%5B.*|%7C", lambda m: "|" if m[0] == "%7C" else "", x) for x in links] == [
            address
        ]


def test_a_table_has_a_line_a_row_and_numbers_at_the_right() -> None:
    columns: list[Column[str]] = [Column("a", "数", str, number=True), Column("b", "文", str)]
    assert list(render(columns, ["一\r\n二"])) == [
        "| 数 | 文 |\n",
        "| ---: | --- |\n",
        "| 一<br>二 | 一<br>二 |\n",
    ]


def test_a_list_stands_apart_from_the_text_before_it(
    koryu: Koryu, records: list[dict[str, Any]]
) -> None:
    record = records[0] | {"background": "文\n・一\n・二\n文"}
    out = koryu("show", "1", "-o", "markdown", "--data", "-", stdin=json.dumps([record])).out
    assert "\n\n文\n\n- 一\n- 二\n\n文\n\n" in out


def test_a_card_has_headings_texts_and_whole_addresses(koryu: Koryu) -> None:
    out = koryu("show", "15", "-o", "markdown").out
    html = rendered(out)
    assert re.findall("<h1>(.*?)</h1>", html) == [
        "15　上水道・下水道分野における技術協力・交流に関する覚書"
    ]
    assert [heading[:3] for heading in re.findall("<h2>(.*?)</h2>", html)] == [
        *("(3)", "(4)", "(5)", "(6)", "(7)")
    ]
    assert "<li>キエンザン省職員の研修受入</li>" in html
    assert 'href="mailto:gesui_keikaku@office.city.kobe.lg.jp"' in html
    assert "<li>日本側: 兵庫県神戸市</li>" in html


def test_a_table_in_a_form_is_a_table(koryu: Koryu) -> None:
    html = rendered(koryu("show", "9", "-o", "markdown").out)
    assert html.count("<table>") == 1
    assert "<td>6月</td>\n<td>「第7回済州フォーラム」に知事がパネリストとして参加</td>" in html


def test_cards_have_a_blank_line_between_them(koryu: Koryu) -> None:
    both = koryu("show", "9", "15", "-o", "markdown").out
    first, second = (koryu("show", number, "-o", "markdown").out for number in ("9", "15"))
    assert both == f"{first}\n{second}"


@pytest.mark.parametrize("line", ["# 1", "- 二", "+ 三", "1. 四", "2) 五", "===", "---", "    字"])
def test_a_line_of_a_text_stays_a_paragraph(
    koryu: Koryu, line: str, records: list[dict[str, object]]
) -> None:
    import json

    records[0]["background"] = f"初め\n{line}\n・{line}"
    out = koryu("--data", "-", "show", "1", "-o", "markdown", stdin=json.dumps(records[:1])).out
    html = rendered(out)
    assert f"<p>初め</p>\n<p>{line.strip()}</p>\n<ul>\n<li>{line.strip()}</li>\n</ul>" in html
