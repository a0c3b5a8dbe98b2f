"""The survey's own text, read without any help from koryu.

The tests hold ``data/agreements.json`` against this reading, so it shares neither code nor
assumptions with the program: it knows only how the dump is laid out. An index of 25 lines is
followed by 25 forms of seven numbered sections each.
"""

import re
from pathlib import Path
from typing import NamedTuple

DUMP = (Path(__file__).parent / "data" / "survey-08-administrative-exchange.txt").read_text("utf-8")

SECTION_NAMES = (
    "自治体名",
    "提携年月日",
    "提携に至った経緯",
    "提携後の取組内容",
    "取組による成果・課題等",
    "取組を紹介しているホームページのURL",
    "問い合わせ先[（(]担当課[）)]",
)

_INDEX_ENTRY = re.compile(
    r"(?P<number>\d+)\.\s(?P<overseas>.+?)\s?－(?P<japan>.+?) "
    r"「(?P<agreement>.+)」\s?(?P<reprinted>【再掲】)?\t(?P<page>\d+)"
)
_FORM = re.compile(
    r"(\d+)\. (.+?)(【再掲】)?\n\n"
    + "".join(rf"\({n}\) {name}\n(.*?)" for n, name in enumerate(SECTION_NAMES, 1)),
    re.DOTALL,
)
_FORM_START = re.compile(r"^(?=\d+\. .+\n\n\(1\) 自治体名$)", re.MULTILINE)


class IndexEntry(NamedTuple):
    """One line of the index; ``agreement`` is what stands between 「 and 」."""

    number: int
    overseas: str
    japan: str
    agreement: str
    reprinted: bool
    page: int


class Form(NamedTuple):
    """One form; the seven sections are raw, with all their markup and white space."""

    number: int
    heading: str
    reprinted: bool
    governments: str
    date: str
    background: str
    activities: str
    outcomes: str
    links: str
    contact: str


def read_index() -> dict[int, IndexEntry]:
    """Return the entries of the index by number."""
    index, _, _ = DUMP.partition("\n⑧ 行政交流\n")
    return {
        int(entry["number"]): IndexEntry(
            int(entry["number"]),
            entry["overseas"],
            entry["japan"],
            entry["agreement"].strip(),
            entry["reprinted"] is not None,
            int(entry["page"]),
        )
        for entry in _INDEX_ENTRY.finditer(index)
    }


def read_forms() -> dict[int, Form]:
    """Return the forms by number."""
    _, _, forms = DUMP.partition("\n⑧ 行政交流\n")
    matches = (_FORM.fullmatch(form) for form in _FORM_START.split(forms) if form.strip())
    return {
        int(form[1]): Form(int(form[1]), form[2], form[3] is not None, *form.groups()[3:])
        for form in matches
        if form is not None
    }


def governments(form: Form) -> tuple[str, str]:
    """Return the Japanese and the overseas side as section (1) prints them."""
    japan, overseas = (line.split("\t") for line in form.governments.strip().splitlines())
    assert (japan[0], overseas[0]) == ("日本の自治体", "海外の自治体")
    return japan[1], overseas[1]


def links(form: Form) -> list[tuple[str | None, str]]:
    """Return the label, if there is one, and the address of each line of section (6)."""
    return [
        (label or None, url)
        for label, _, url in (line.rpartition("\t") for line in lines(form.links))
    ]


def contact(form: Form) -> tuple[list[str], str, str]:
    """Return the departments, the telephone and the e-mail cell of section (7)."""
    *departments, last = (line.split("\t") for line in form.contact.strip("\n").splitlines())
    assert departments[0][0] == "担当部署名"
    assert (last[0], last[2]) == ("電話番号", "電子メール")
    return [cells[1] for cells in departments], last[1], last[3]


def lines(raw: str) -> list[str]:
    """Return the lines of a section as the dump shows them: a paragraph or a printed line each."""
    return [line.strip() for line in without_markup(raw).splitlines() if line.strip()]


def characters(text: str) -> str:
    """Return the text without its white space: what must never change."""
    return "".join(text.split())


def without_markup(text: str) -> str:
    """Return the text without tags, ``--`` rules, the dash before ・ and ``<>`` round addresses."""
    text = re.sub(r"<(https?:[^>]*)>", r"\1", text)
    text = re.sub(r"</?(?:p|ul)\b[^>]*>", "\n", text)
    return re.sub(r"^(?:--$|- (?=・))", "", text, flags=re.MULTILINE)
