"""The language that is chosen, and messages in it."""

import os
import subprocess
import sys

import pytest
from conftest import Koryu

from koryu_cli import language
from koryu_cli.errors import UsageError
from koryu_cli.language import _

CHOICES: dict[str, tuple[list[str], dict[str, str], bool]] = {
    "nothing": ([], {}, False),
    "option": (["list", "--lang", "en"], {}, True),
    "option-before-the-command": (["--lang", "en", "list"], {}, True),
    "option-with-equals": (["list", "--lang=en"], {}, True),
    "option-in-capitals": (["--lang", "EN"], {}, True),
    "option-before-help": (["--lang", "en", "--help"], {}, True),
    "option-over-variable": (["--lang", "ja"], {"KORYU_LANG": "en"}, False),
    "option-over-a-wrong-variable": (["--lang", "en"], {"KORYU_LANG": "fr"}, True),
    "no-option-but-a-word": (["search", "--", "--lang", "en"], {}, False),
    "no-value": (["list", "--lang"], {}, False),
    "variable": ([], {"KORYU_LANG": "en"}, True),
    "variable-in-capitals": ([], {"KORYU_LANG": "EN"}, True),
    "variable-over-locale": ([], {"KORYU_LANG": "ja", "LANG": "en_US.UTF-8"}, False),
    "empty-variable": ([], {"KORYU_LANG": "", "LANG": "en_US.UTF-8"}, True),
    "wrong-option": (["--lang", "fr"], {"LANG": "en_US.UTF-8"}, True),
    "lang": ([], {"LANG": "en_GB.UTF-8"}, True),
    "lang-alone": ([], {"LANG": "en"}, True),
    "lang-without-a-country": ([], {"LANG": "en.UTF-8"}, True),
    "messages": ([], {"LC_MESSAGES": "en_US", "LANG": "ja_JP.UTF-8"}, True),
    "all": ([], {"LC_ALL": "ja_JP.UTF-8", "LC_MESSAGES": "en_US", "LANG": "en_US"}, False),
    "all-of-posix": ([], {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, False),
    "empty-all": ([], {"LC_ALL": "", "LANG": "en_US.UTF-8"}, True),
    "c": ([], {"LANG": "C.UTF-8"}, False),
    "posix": ([], {"LANG": "POSIX"}, False),
    "japanese": ([], {"LANG": "ja_JP.UTF-8"}, False),
    "another": ([], {"LANG": "enm_GB.UTF-8"}, False),
}


@pytest.mark.parametrize(("arguments", "environment", "english"), CHOICES.values(), ids=CHOICES)
def test_language_chosen(arguments: list[str], environment: dict[str, str], english: bool) -> None:
    language.choose(arguments, environment)
    assert language.is_english() is english


@pytest.mark.parametrize(
    ("locale", "message"),
    [("ja_JP.UTF-8", "「fr」は使えません"), ("en_US.UTF-8", 'cannot be "fr"')],
)
def test_a_variable_that_names_no_language(locale: str, message: str) -> None:
    with pytest.raises(UsageError, match=f"KORYU_LANG.*{message}.*ja.*en"):
        language.choose([], {"KORYU_LANG": "fr", "LANG": locale})


COUNTED = "注意はほかに {count} 件あります。"


@pytest.mark.parametrize(
    ("count", "in_english"),
    [(1, "There is 1 more notice."), (2, "There are 2 more notices.")],
)
def test_numbers_of_one_and_of_many(count: int, in_english: str) -> None:
    language.choose(["--lang", "en"], {})
    assert _(COUNTED, count=count) == in_english


def test_braces_in_a_value_have_no_meaning() -> None:
    assert _("{word}", word="{x}") == "{x}"


@pytest.mark.parametrize("place", [["--lang", "en", "list"], ["list", "--lang=en"]], ids=str)
@pytest.mark.parametrize("words", [["--help"], ["--no-such-option"]], ids=str)
def test_help_and_faults_of_usage_are_in_the_language(
    koryu: Koryu, place: list[str], words: list[str]
) -> None:
    result = koryu(*place, *words)
    assert "koryu list" in result.out + result.err
    assert "オプション" not in result.out + result.err


@pytest.mark.parametrize(("locale", "says"), [("C.UTF-8", "読めません"), ("en_US.UTF-8", "read")])
def test_a_program_that_imports_koryu_has_the_language_of_its_environment(
    locale: str, says: str
) -> None:
    code = "from koryu_cli import wareki\ntry: wareki.parse('x')\nexcept ValueError as e: print(e)"
    environment = {**os.environ, "LANG": locale, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert says in process.stdout.decode()
