"""The English of messages: there is one for each, and it is English."""

import ast
import re
from collections.abc import Iterator
from string import Formatter

import messages
import polib
import pytest

CATALOGUE = polib.pofile(str(messages.CATALOGUE))
ENTRIES = {entry.msgid: entry for entry in CATALOGUE}

QUOTED = [
    "行政交流", "平成24", "韓国", "北海道札幌市", "青森", "下水", "環境", "研修", "受入", "技術",
    "交流", "職員", "派遣",
]  # fmt: skip
"""Words of the survey, and examples of what can be typed, that English messages quote."""

STRICT = ("catalogue/", "cli/", "output.py", "query/", "saving.py", "views/")
"""Where all Japanese is a message, unless it is named below."""

DATA: dict[str, set[str]] = {
    "cli/candidates.py": {"[,、]"},
    "cli/elsewhere.py": {"_SEPARATORS", "書", "市", "町", "村", "区"},
    "cli/mistakes.py": {"_DASHES"},
    "cli/options.py": {"MINUS", "[,、，]"},
    "query/events.py": {"_OPENING", "_CLOSING", "_MARK", "_ITEM", "。"},
    "query/facets.py": {"0年代"},
    "query/filters.py": {"書"},
    "query/names.py": {"_IN_COUNTY", "[、;；]"},
    "query/near_names.py": {"_KIND"},
    "query/numbers.py": {"_NUMBER", "_SEPARATORS"},
    "query/search.py": {"WORDS", "MINUS"},
    "cli/commands/anniversaries.py": {"（", "）", "～"},
    "views/columns.py": {"_IN_BRACKETS"},
    "views/form.py": {"（", "）"},
    "views/counts.py": {"（", "）"},
    "views/delimited.py": {"FORMULA_STARTS"},
    "views/html/table.py": {"JOINT"},
    "views/lines.py": {"NEVER_FIRST", "NEVER_LAST", "_PIECE"},
    "views/links.py": {"_PAGE", "_TELEPHONE"},
    "views/rows.py": {"（", "）"},
    "views/sentences.py": {"～", "\n～"},
    "views/html/timeline.py": {"年（", "）"},
}
"""Japanese that is read or matched, or of dates in Japanese: constants by name, or the text."""

JAPANESE_ALONE = {"record/models.py", "record/schema.py"}
"""The JSON Schema, which is the same in both languages."""

SENTENCE = re.compile("です|ません|ました|ください|[ぁ-ん]。$")


def english(entry: polib.POEntry | polib.MOEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def names(message: str) -> set[str]:
    return {name for _, name, *_ in Formatter().parse(message) if name}


def test_every_message_has_its_english_and_none_is_left_over() -> None:
    assert set(ENTRIES) == set(messages.messages())


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.msgid[:40])
def test_english_is_whole_and_english(entry: polib.POEntry) -> None:
    assert len(english(entry)) == (2 if "{count}" in entry.msgid else 1)
    for text in english(entry):
        assert text
        assert names(text) <= names(entry.msgid)
        assert not messages.JAPANESE.search(re.sub("|".join(QUOTED), "", text))


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.msgid[:40])
def test_english_says_all_that_japanese_says(entry: polib.POEntry) -> None:
    """The English of one alone may leave out the number."""
    assert names(english(entry)[-1]) == names(entry.msgid)


def test_the_catalogue_is_compiled() -> None:
    compiled = {entry.msgid: english(entry) for entry in polib.mofile(str(messages.COMPILED))}
    assert compiled == {entry.msgid: english(entry) for entry in CATALOGUE}


def japanese_literals() -> Iterator[tuple[str, str, str]]:
    """Yield the Japanese texts that are no messages: module, constant (or ""), text."""
    known = {line for message in messages.messages() for line in (message, f"\n{message}\n")}
    for path in messages.SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for statement in tree.body:
            constant = ""
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                constant = statement.targets[0].id
            for node in ast.walk(statement):
                match node:
                    case ast.Constant(value=str(text)) if id(node) not in docstrings:
                        if messages.JAPANESE.search(text) and text not in known:
                            yield path.relative_to(messages.SOURCE).as_posix(), constant, text


def test_no_japanese_that_is_shown_bypasses_the_catalogue() -> None:
    bypassing = {
        (name, text)
        for name, constant, text in japanese_literals()
        if (name.startswith(STRICT) and DATA.get(name, set()).isdisjoint({constant, text}))
        or (not name.startswith(STRICT) and SENTENCE.search(text) and name not in JAPANESE_ALONE)
    }
    assert bypassing == set()


def test_nothing_is_called_data_that_is_none() -> None:
    found = {(name, word) for name, *words in japanese_literals() for word in words}
    assert {(name, word) for name, words in DATA.items() for word in words} - found == set()
