"""koryu in English: whole pages, every command, and what is the same in both languages."""

import json
import re
from pathlib import Path
from typing import Any

import messages
import pytest
from conftest import DATA, Golden, Koryu

from koryu_cli.cli.app import COMMANDS

PAGES = {
    "help": "--help",
    "help-list": "list --help",
    "list": "list",
    "show-17": "show 17",
    "search": "search 下水 研修",
    "stats-theme": "stats --by theme",
    "stats-country-kind": "stats --by country --across kind",
    "timeline-9": "timeline 9",
    "anniversaries": "anniversaries --in FY2027",
}
RECORDS: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", PAGES)
def test_pages(koryu: Koryu, golden: Golden, name: str, width: int) -> None:
    result = koryu("--lang", "en", "--color", "never", *PAGES[name].split(), terminal=width)
    assert result.code == 0
    golden(f"english-{name}-{width}", result.out + result.err)


def texts(value: Any) -> set[str]:
    """Return the texts in JSON, each line for itself."""
    if isinstance(value, dict):
        return set().union(*map(texts, value.values()))
    if isinstance(value, list):
        return set().union(*map(texts, value))
    return set(re.split("[\n\u3000]", value)) if isinstance(value, str) else set()


OWN_WORDS = sorted(texts(RECORDS), key=len, reverse=True)
"""What the survey itself says, which stays Japanese, the longest first."""
QUOTED = re.compile(
    "平成24|平成元年1月7日|昭和64年1月7日|下水|研修|受入|技術|交流|職員|派遣|行政|（）|・"
)


def japanese_of_koryu(page: str) -> set[str]:
    """Return the lines in which koryu speaks Japanese; what it quotes is left out."""
    for words in OWN_WORDS:
        page = page.replace(words, "")
    return {line for line in page.splitlines() if messages.JAPANESE.search(QUOTED.sub("", line))}


CALLS = {
    "list": "list",
    "list-nothing": "list -c Fiji",
    "list-markdown": "list -o markdown",
    "list-csv": "list -o csv",
    "show": "show 1-25",
    "show-missing": "show 3 99",
    "search-nothing": "search zzz",
    "stats-country": "stats --by country",
    "stats-prefecture": "stats --by prefecture",
    "stats-kind": "stats --by kind",
    "stats-year": "stats --by year",
    "stats-fiscal-year": "stats --by fiscal-year",
    "stats-era": "stats --by era",
    "stats-decade": "stats --by decade",
    "stats-across": "stats --by decade --across theme",
    "stats-csv": "stats --across era -o csv",
    "anniversaries": "anniversaries --in FY2027",
    "anniversaries-of-every-year": "anniversaries --in 2027 --every 1",
    "anniversaries-none": "anniversaries --in 1950",
    "anniversaries-csv": "anniversaries --in FY2027 -o csv",
    "date": "date 2012 H24.5.23 --json",
    "date-fault": "date 平成元年1月7日",
    "open": "open 17 --print",
    "check": "check",
    "check-json": "check --json",
}


@pytest.mark.parametrize("words", CALLS.values(), ids=CALLS)
def test_every_command_speaks_english(koryu: Koryu, words: str) -> None:
    result = koryu("--lang", "en", *words.split())
    page = re.sub(r'"(wareki|gregorian)": .*|(?<=,)令和[^,]*(?=,)', "", result.out) + result.err
    assert page.strip()
    assert japanese_of_koryu(page) == set()


@pytest.mark.parametrize("command", [name for names in COMMANDS.values() for name in names])
def test_every_help_page_is_english(koryu: Koryu, command: str) -> None:
    result = koryu(command, "--help", "--lang", "en")
    assert result.out.startswith(f"Usage: koryu {command} [OPTIONS]")
    assert japanese_of_koryu(result.out) == set()


MISTAKES = {
    "lst": 'There is no command "lst". Did you mean list?',
    "list --contry Korea": 'There is no option "--contry". Did you mean --country',
    "list -c Koria": 'No country is called "Koria". Did you mean South Korea',
    "list -p Aomoru": 'No prefecture is called "Aomoru". Did you mean Aomori?',
    "list -g Saporo": 'No agreement has a government called "Saporo". Did you mean Sapporo City',
    "list -t enviroment": 'Theme cannot be "enviroment". Did you mean Environment?',
    "list --limit x": '--limit "x" is no number of records',
    "list --when x": '"x" cannot be read as a date',
    "show x": '"x" is no number',
    "show": "Argument NUMBER is missing. For example: koryu show 17",
    "list --data no.json": "No such data file: no.json",
    "list --lang xx": '--lang cannot be "xx".',
}


@pytest.mark.parametrize("words", MISTAKES)
def test_mistakes(koryu: Koryu, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv("KORYU_LANG", "en")
    result = koryu(*words.split())
    assert MISTAKES[words] in result.err
    assert japanese_of_koryu(result.err) == set()


SAME = [
    "list --json", "list -o ndjson", "show 17 --json", "search 下水 --json", "stats --json",
    "stats --by country --across theme --json", "timeline 9 --json",
    "anniversaries --in 2027 --json", "schema", "list -o ids", "open 17 --print",
    "list --columns country,prefecture,kind,divisions --json",
    "list --unique --columns country --json",
    "list --unique --columns themes -o ndjson",
    "list --sort country -o ids",
    "list --sort country,kind --json",
]  # fmt: skip


@pytest.mark.parametrize("words", SAME)
def test_json_is_the_same_in_both_languages(koryu: Koryu, words: str) -> None:
    english = koryu(*words.split(), "--lang", "en").out
    assert english == koryu(*words.split()).out


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_headings_of_files_are_the_keys(koryu: Koryu, form: str) -> None:
    separator = {"csv": ",", "tsv": "\t"}[form]
    page = koryu("list", "--columns", "番号,date,country", "-o", form, "--lang", "en").out
    assert page.splitlines()[0] == separator.join(["id", "date", "country"])


FILTERS = [
    ("-c 韓国", "-c Korea"),
    ("-p 青森県", "-p Aomori"),
    ("-g 札幌市", "-g Sapporo"),
    ("-t 上下水道", "-t water"),
    ("-t 環境", "-t Environment"),
    ("-k 覚書", "-k memorandum"),
    ("-k 協定", "-k agreement"),
    ("--when 平成24年度", "--when FY2012"),
]


@pytest.mark.parametrize(("japanese", "english"), FILTERS)
def test_filters_take_either_language_in_both(koryu: Koryu, japanese: str, english: str) -> None:
    found = {
        koryu("list", *words.split(), "-o", "ids", "--lang", language).out
        for words in (japanese, english)
        for language in ("ja", "en")
    }
    assert len(found) == 1
    assert found != {""}


@pytest.mark.parametrize("cell", ["Rokkasho Village, Aomori", "South Korea 江原道襄陽郡"])
def test_what_a_list_shows_is_a_filter(koryu: Koryu, cell: str) -> None:
    assert koryu("list", "-g", cell, "-o", "ids").out == "10\n"


def test_what_is_counted_by_is_a_filter(koryu: Koryu) -> None:
    for facet, option in {"country": "-c", "prefecture": "-p", "theme": "-t", "kind": "-k"}.items():
        page = koryu("stats", "--by", facet, "-o", "csv", "--lang", "en").out
        for row in page.splitlines()[1:]:
            value, count = row.rsplit(",", 1)
            assert koryu("list", option, value, "--count").out.strip() == count, value


def test_what_is_printed_is_read_again(koryu: Koryu, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    first = koryu("list", "-o", "csv", "--lang", "en").out
    path.write_text(first, "utf-8", newline="")
    assert koryu("list", "-o", "csv", "--lang", "en", "--data", str(path)).out == first


DISAGREEING = {
    "kind": ({"kind": "宣言"}, '"協定", the kind of "技術協力協定"'),
    "kind without an agreement": ({"agreement": None}, "null (where there is no agreement)"),
    "themes": ({"themes": ["環境", "環境"]}, "themes that differ"),
}


@pytest.mark.parametrize(("change", "expected"), DISAGREEING.values(), ids=DISAGREEING)
def test_check_says_what_fields_that_depend_on_others_should_be(
    koryu: Koryu, tmp_path: Path, change: dict[str, Any], expected: str
) -> None:
    file = tmp_path / "data.json"
    file.write_text(json.dumps([RECORDS[16] | change]), "utf-8")
    result = koryu("--lang", "en", "check", str(file), "--json")
    assert [problem["expected"] for problem in json.loads(result.out)] == [expected]


def test_one_is_counted_as_one(koryu: Koryu) -> None:
    page = koryu("--lang", "en", "anniversaries", "--in", "1997", "--years", "1").out
    assert "1 year " in page
    assert "1 years" not in page


def test_a_former_state_is_named_in_english(koryu: Koryu) -> None:
    ledger = "自治体名,提携先,国名\n札幌市,ミュンヘン市,西ドイツ\n"
    said = koryu("--lang", "en", "check", "-", stdin=ledger).err
    assert "is Germany today." in said
    assert "西ドイツ is" not in said
