"""The options that every command takes, before the command and after it."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Koryu

from koryu_cli.cli import app
from koryu_cli.cli.settings import Settings
from koryu_cli.errors import UsageError

COMMANDS = [name for names in app.COMMANDS.values() for name in names]
COMMON = ["--data", "--set", "--map", "--color", "--no-pager", "--lang"]
WITHOUT_DATA = ["--color", "--lang"]
"""What the help of a command shows that reads no data; it takes the others all the same."""


@pytest.fixture
def small(records: list[dict[str, Any]], tmp_path: Path) -> str:
    """A data file with forms 7 and 21."""
    path = tmp_path / "small.json"
    path.write_text(json.dumps([records[6], records[20]]), "utf-8")
    return str(path)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_help_shows_them(koryu: Koryu, command: list[str]) -> None:
    section = koryu(*command, "--help").out.partition("共通のオプション:\n")[2].partition("\n\n")[0]
    names = [line.split()[0] for line in section.splitlines() if line.startswith("  -")]
    assert names == (WITHOUT_DATA if command == ["date"] else COMMON)


@pytest.mark.parametrize("place", [0, 1, 3])
def test_they_stand_anywhere(koryu: Koryu, small: str, place: int) -> None:
    words = ["list", "-o", "ids"]
    assert koryu(*words[:place], "--data", small, *words[place:]).out == "7\n21\n"


def test_all_of_them_do(koryu: Koryu, small: str) -> None:
    colored = koryu("show", "7", "--color", "always", "--data", small)
    assert colored == koryu("--color", "always", "--data", small, "show", "7")
    assert "\x1b[" in colored.out


def test_one_after_the_command_wins_over_the_environment(
    koryu: Koryu, small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KORYU_DATA", "no-such-file.json")
    assert koryu("list", "-o", "ids").code == 3
    assert koryu("--data", small, "list", "-o", "ids").out == "7\n21\n"
    assert koryu("list", "-o", "ids", "--data", small).out == "7\n21\n"


TWICE = {
    "before-and-after": (
        ["--color", "never", "list", "--color", "always"],
        ["--color", "never always"],
    ),
    "both-after": (["list", "--lang", "ja", "--lang", "en"], ["--lang", "ja en"]),
    "data": (["--data", "a", "list", "--data", "b"], ["--data", "a b"]),
    "of-one-command": (["list", "--limit", "3", "--limit", "5"], ["--limit", "3 5"]),
    "short-and-long": (["list", "-o", "csv", "--format", "tsv"], ["--format", "csv tsv"]),
    "opposite-flags": (["list", "--reprinted", "--no-reprinted"], ["--reprinted --no-reprinted"]),
    "field-set-twice": (
        ["--set", "国=台湾", "list", "--set", "国=韓国"],
        ["--set", "台湾", "韓国"],
    ),
}


@pytest.mark.parametrize(("words", "says"), TWICE.values(), ids=TWICE)
def test_two_values_where_one_can_hold_are_refused(
    koryu: Koryu, words: list[str], says: list[str]
) -> None:
    result = koryu(*words)
    assert (result.code, result.out) == (2, "")
    assert [part for part in says if part not in result.err] == []


def test_the_same_value_twice_is_one(koryu: Koryu) -> None:
    once = koryu("list", "--limit", "2", "--reprinted")
    assert koryu("list", "--limit", "2", "--limit", "2", "--reprinted", "--reprinted") == once
    assert koryu("--lang", "ja", "list", "--limit", "2", "--reprinted", "--lang", "ja") == once


def test_fields_of_a_ledger_are_kept() -> None:
    settings = Settings(set_=["国=台湾", "日本側 = 千葉市", "備考=a=b"], map_=["提携年月日=A"])
    assert settings.values == {"国": "台湾", "日本側": "千葉市", "備考": "a=b"}
    assert settings.headings == {"提携年月日": "A"}


@pytest.mark.parametrize("word", ["国", "=台湾", "", "国：台湾"])
def test_a_field_without_a_value_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="項目=値"):
        Settings(set_=[word])


@pytest.mark.parametrize("place", ["--lang", "KORYU_LANG"])
def test_a_language_that_koryu_does_not_speak(
    koryu: Koryu, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    if place == "KORYU_LANG":
        monkeypatch.setenv(place, "fr")
    result = koryu("list", *(["--lang", "fr"] if place == "--lang" else []))
    assert result.code == 2
    assert "「fr」" in result.err
    assert "ja、en" in result.err


@pytest.mark.parametrize("option", ["--set", "--map"])
def test_what_is_for_ledgers_is_not_passed_over_in_silence(koryu: Koryu, option: str) -> None:
    result = koryu(option, "国=台湾", "list", "-c", "台湾", "--count")
    assert (result.code, result.out) == (0, "0\n")
    assert "台帳ではないデータなので、--set と --map は使いませんでした。\n" in result.err
