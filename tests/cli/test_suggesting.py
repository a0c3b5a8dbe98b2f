"""What is said of a name that no record has, and of values that are left out."""

from pathlib import Path

import pytest
from conftest import Koryu


@pytest.mark.parametrize(
    "command",
    [
        ["list", "--count"],
        ["list", "--json"],
        ["search", "下水"],
        ["stats"],
        ["timeline"],
        ["timeline", "1-5"],
        ["anniversaries", "--in", "2027"],
    ],
    ids=" ".join,
)
def test_a_name_near_to_one_in_the_records_is_answered_with_it(
    koryu: Koryu, command: list[str]
) -> None:
    result = koryu(*command, "-g", "札晃")
    assert result.code == 0
    assert "「札晃」という自治体の協定はありません。もしかして: 札幌市。" in result.err


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Saporo", "もしかして: Sapporo City、"),
        ("ＳＡＰＯＲＯ", "もしかして: Sapporo City、"),
        ("aomory", "もしかして: Aomori Prefecture。"),
        ("Sendai", "「Sendai」という自治体の協定はありません。\n"),
    ],
)
def test_a_name_in_latin_letters_is_answered_with_one_in_them(
    koryu: Koryu, word: str, said: str
) -> None:
    assert said in koryu("list", "--count", "-g", word).err


def test_each_name_is_looked_for_by_itself(koryu: Koryu) -> None:
    """札幌 is there, but has nothing of 2020."""
    result = koryu("list", "--count", "-g", "札幌", "-g", "神部市", "--when", "2020")
    assert result == (0, "0\n", "「神部市」という自治体の協定はありません。もしかして: 神戸市。\n")


def test_a_name_that_is_left_out_need_not_be_there(koryu: Koryu) -> None:
    assert koryu("list", "--count", "-g", "!札晃", "--when", "2020") == (0, "0\n", "")


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["-c", "!中国"], 17),
        (["-c", "！中国", "-c", "!韓国"], 10),
        (["--when", "!2012"], 19),
        (["--when", "！平成24年", "--since", "2010"], 7),
    ],
)
def test_a_value_behind_an_exclamation_mark_is_left_out(
    koryu: Koryu, arguments: list[str], count: int
) -> None:
    assert koryu("list", "--count", *arguments) == (0, f"{count}\n", "")


def test_a_timeline_leaves_out_a_year(koryu: Koryu) -> None:
    whole = koryu("timeline", "-o", "csv").out.splitlines()
    part = koryu("timeline", "-o", "csv", "--when", "!2012").out.splitlines()
    only = koryu("timeline", "-o", "csv", "--when", "2012").out.splitlines()
    assert len(whole) - 1 == len(part) - 1 + len(only) - 1


WITHOUT_THEMES = "自治体名,提携先,取組内容\n札幌市,ソウル特別市（韓国）,職員の派遣\n"
NO_THEMES = "データのどの協定にも分野がないので、--theme では何も見つかりません。"
NO_KINDS = "データのどの協定にも種類がないので、--kind では何も見つかりません。"


@pytest.mark.parametrize(
    "command",
    [["list", "--json"], ["search", "職員"], ["stats"], ["timeline"], ["anniversaries"]],
    ids=" ".join,
)
def test_a_filter_for_a_field_that_all_are_without_is_explained(
    koryu: Koryu, tmp_path: Path, command: list[str]
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text(WITHOUT_THEMES, "utf-8")
    result = koryu("--data", str(path), *command, "-t", "人事交流")
    assert result.code == 0
    assert NO_THEMES in result.err


def test_why_nothing_is_found_is_said_of_each_filter(koryu: Koryu, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text(WITHOUT_THEMES, "utf-8")
    said = koryu("--data", str(path), "list", "-t", "環境", "-k", "協定").err
    assert (NO_THEMES in said, NO_KINDS in said) == (True, True)
    assert NO_KINDS not in koryu("--data", str(path), "list", "-t", "環境").err
    path.write_text(WITHOUT_THEMES.partition("\n")[0], "utf-8")
    assert NO_THEMES not in koryu("--data", str(path), "list", "-t", "環境").err
    assert NO_THEMES not in koryu("list", "-t", "環境", "--when", "2020").err
