"""`koryu list` and `--json`, `--data` and the formats that it shares with other commands."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, Golden, Koryu
from rich.cells import cell_len

from koryu_cli.catalogue import reading
from koryu_cli.views.columns import AGREEMENT_COLUMNS

FORMATS = ("table", "json", "ndjson", "csv", "tsv", "markdown", "ids")


def ids(text: str) -> list[int]:
    return [record["id"] for record in json.loads(text)]


def test_country_gives_the_seven_korean_forms(koryu: Koryu) -> None:
    result = koryu("list", "--country", "韓国", "--json")
    assert (result.code, result.err) == (0, "")
    assert ids(result.out) == [9, 10, 11, 12, 13, 14, 25]


def test_json_is_the_data_file_byte_for_byte(koryu: Koryu) -> None:
    assert koryu("list", "--json").out == DATA.read_text("utf-8")


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_what_koryu_prints_koryu_reads(koryu: Koryu, tmp_path: Path, form: str) -> None:
    whole = koryu("list", "--json").out
    path = tmp_path / f"saved.{form}"
    path.write_text(koryu("list", "-o", form).out, "utf-8")

    assert koryu("--data", str(path), "list", "--json").out == whole
    assert koryu("--data", "-", "list", "--json", stdin=path.read_text("utf-8")).out == whole


def test_variable_names_the_data_file_and_the_option_wins(
    koryu: Koryu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subset = tmp_path / "subset.json"
    subset.write_text(koryu("list", "-c", "フランス", "--json").out, "utf-8")
    monkeypatch.setenv("KORYU_DATA", str(subset))

    assert koryu("list", "-o", "ids").out == "24\n"
    assert koryu("--data", str(DATA), "list", "--count").out == "25\n"


def test_order_of_records_in_the_file_does_not_show(
    koryu: Koryu, records: list[dict[str, Any]], tmp_path: Path
) -> None:
    path = tmp_path / "reversed.json"
    path.write_text(json.dumps(records[::-1]), "utf-8")
    for form in FORMATS:
        assert koryu("--data", str(path), "list", "-o", form).out == koryu("list", "-o", form).out


def test_every_format_has_every_record(koryu: Koryu) -> None:
    out = {form: koryu("list", "-c", "中国", "-o", form).out for form in FORMATS}
    assert [len(text.splitlines()) for text in (out["ids"], out["ndjson"])] == [8, 8]
    assert len(json.loads(out["json"])) == 8
    assert len(list(csv.reader(io.StringIO(out["csv"], newline="")))) == 1 + 8
    assert len(out["tsv"].splitlines()) == 1 + 8
    assert [len(out[form].splitlines()) for form in ("table", "markdown")] == [2 + 8, 2 + 8]


def test_nothing_found_is_no_error(koryu: Koryu) -> None:
    assert koryu("list", "-c", "ドイツ", "--json") == (0, "[]\n", "")
    assert koryu("list", "-c", "ドイツ", "--count") == (0, "0\n", "")
    assert koryu("list", "-c", "ドイツ", "-o", "csv", "--columns", "id,date").out == (
        "番号,提携年月日\r\n"
    )


def test_count_line_goes_to_standard_error_and_says_what_it_counts(koryu: Koryu) -> None:
    result = koryu("list", "-c", "韓国")
    assert result.err == "7 件（この調査の個票 25 件のうち）\n"
    assert "件" not in result.out


class TestTable:
    @pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
    def test_fits_the_terminal(self, koryu: Koryu, golden: Golden, width: int) -> None:
        result = koryu("--color", "never", "list", terminal=width)
        golden(f"list-{width}", result.out)
        assert max(map(cell_len, result.out.splitlines())) <= width

    def test_in_a_pipe_nothing_is_cut_or_coloured(self, koryu: Koryu, golden: Golden) -> None:
        result = koryu("list")
        golden("list-pipe", result.out)
        assert "\x1b" not in result.out
        assert len(result.out.splitlines()) == 2 + 25

    @pytest.mark.parametrize("width", [20, 30, *range(36, 130, 4)])
    def test_number_and_both_sides_never_vanish(self, koryu: Koryu, width: int) -> None:
        page = koryu("--color", "never", "list", terminal=width).out
        assert max(map(cell_len, page.splitlines())) <= width
        assert [word in page for word in ("番号", "日本側", "海外側")] == [True] * 3
        assert [page.count(name) > 0 for name in ("北海道札幌市", "中国")] == [True] * 2


class TestColumns:
    def test_are_shown_in_the_order_given(self, koryu: Koryu) -> None:
        result = koryu("list", "-g", "北杜", "-o", "csv", "--columns", "phone,id,japan")
        assert result.out == "電話番号,番号,日本側\r\n0551-42-1323,12,山梨県北杜市\r\n"

    def test_are_named_in_english_or_japanese(self, koryu: Koryu) -> None:
        english = koryu("list", "--columns", "id,departments", "-o", "tsv").out
        assert koryu("list", "--columns", "番号、担当部署", "-o", "tsv").out == english

    def test_all_can_be_named(self, koryu: Koryu) -> None:
        keys = ",".join(column.key for column in AGREEMENT_COLUMNS)
        by_name = koryu("list", "-o", "csv", "--columns", keys).out
        assert by_name == koryu("list", "-o", "csv").out

    def test_a_wrong_name_lists_the_right_ones(self, koryu: Koryu) -> None:
        result = koryu("list", "--columns", "id,fone")
        assert (result.code, result.out) == (2, "")
        assert "「fone」" in result.err
        assert "もしかして: phone" in result.err


class TestOrder:
    @pytest.mark.parametrize(
        ("field", "first", "last"),
        [("id", 1, 25), ("date", 2, 14), ("-date", 14, 2), ("-id", 25, 1), ("japan", 1, 25)],
    )
    def test_by_field(self, koryu: Koryu, field: str, first: int, last: int) -> None:
        found = ids(koryu("list", "--sort", field, "--json").out)
        assert sorted(found) == list(range(1, 26))
        assert (found[0], found[-1]) == (first, last)

    def test_equals_stay_in_order_of_number(self, koryu: Koryu) -> None:
        ascending = ids(koryu("list", "--sort", "kind", "-k", "覚書", "--json").out)
        descending = ids(koryu("list", "--sort", "-kind", "-k", "覚書", "--json").out)
        assert ascending == descending == sorted(ascending)

    def test_those_that_are_reprinted_come_last_or_first(self, koryu: Koryu) -> None:
        plain = koryu("list", "--no-reprinted", "-o", "ids").out.split()
        ascending = koryu("list", "--sort", "reprinted", "-o", "ids").out.split()
        descending = koryu("list", "--sort", "-reprinted", "-o", "ids").out.split()
        assert ascending[: len(plain)] == descending[-len(plain) :] == plain

    def test_limit_comes_after_the_order(self, koryu: Koryu) -> None:
        assert koryu("list", "--sort", "-date", "--limit", "2", "-o", "ids").out == "14\n13\n"
        assert koryu("list", "--limit", "0", "--json").out == "[]\n"


class TestSpreadsheet:
    def test_csv_reads_back_to_the_same_texts(self, koryu: Koryu) -> None:
        out = koryu("list", "-o", "csv", "--columns", "id,activities").out
        rows = list(csv.reader(io.StringIO(out, newline="")))[1:]
        texts = {str(agreement.id): agreement.activities for agreement in reading.read()}
        assert {number: text or None for number, text in rows} == texts

    def test_byte_order_mark_only_where_asked_for(self, koryu: Koryu) -> None:
        plain = koryu("list", "-o", "csv").out
        assert not plain.startswith("\ufeff")
        assert koryu("list", "-o", "csv", "--bom").out == "\ufeff" + plain

    def test_tsv_has_a_line_a_record_and_shows_line_ends(self, koryu: Koryu) -> None:
        out = koryu("list", "-g", "智頭", "-g", "瀋陽", "-o", "tsv").out
        header, *lines = out.splitlines()
        assert {line.count("\t") for line in lines} == {header.count("\t")}
        assert r"・友好親善の実施（両市の局長クラスが相互訪問）\n・技術交流の実施" in out

    @pytest.mark.parametrize("form", ["csv", "tsv"])
    @pytest.mark.parametrize("start", ["=1+1", "+81", "-1", "@SUM(A1)"])
    def test_no_cell_can_run_as_a_formula(
        self,
        koryu: Koryu,
        records: list[dict[str, Any]],
        tmp_path: Path,
        form: str,
        start: str,
    ) -> None:
        records[0]["title"] = start
        path = tmp_path / "hostile.json"
        path.write_text(json.dumps(records[:1]), "utf-8")
        out = koryu("--data", str(path), "list", "-o", form, "--columns", "title").out
        assert out.splitlines() == ["標題", "'" + start]

    def test_markdown_escapes_what_would_be_markup(
        self, koryu: Koryu, records: list[dict[str, Any]], tmp_path: Path
    ) -> None:
        records[0]["title"] = "a|b *c* <d> [e]"
        path = tmp_path / "hostile.json"
        path.write_text(json.dumps(records[:1]), "utf-8")
        out = koryu("--data", str(path), "list", "-o", "markdown", "--columns", "id,title").out
        assert out.splitlines() == [
            "| 番号 | 標題 |",
            "| ---: | --- |",
            r"| 1 | a\|b \*c\* \<d\> \[e\] |",
        ]


class TestFormat:
    def test_variable_sets_the_default(self, koryu: Koryu, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KORYU_FORMAT", "ids")
        assert koryu("list", "-c", "カナダ").out == "21\n"
        assert ids(koryu("list", "-c", "カナダ", "--json").out) == [21]

    def test_two_formats_at_once_are_refused(self, koryu: Koryu) -> None:
        result = koryu("list", "--json", "-o", "csv")
        assert (result.code, result.out) == (2, "")
        assert "--json と --format csv" in result.err


WRONG = {
    "country": (["-c", "間国"], ["「間国」", "韓国"]),
    "prefecture": (["-p", "青盛"], ["「青盛」", "青森県"]),
    "no-such-theme": (["-t", "宇宙"], ["「宇宙」", "上下水道"]),
    "kind": (["-k", "覚え書"], ["「覚え書」", "もしかして: 覚書"]),
    "government-without-letters": (["-g", "・"], ["「・」"]),
    "date": (["--when", "平静24"], ["「平静24」", "平成24"]),
    "format": (["-o", "jsn"], ["「jsn」", "もしかして: json", "ndjson"]),
    "sort": (["--sort", "dat"], ["「dat」", "もしかして: date"]),
    "limit-too-long": (["--limit", "9" * 5000], ["--limit 10"]),
    "limit": (["--limit", "ten"], ["「ten」", "--limit 10"]),
}


@pytest.mark.parametrize(("options", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_quoted_and_the_right_one_suggested(
    koryu: Koryu, options: list[str], says: list[str]
) -> None:
    result = koryu("list", *options)
    assert (result.code, result.out) == (2, "")
    assert [part for part in says if part not in result.err] == []


class TestWindow:
    def test_offset_skips_and_limit_counts_from_there(self, koryu: Koryu) -> None:
        assert koryu("list", "--offset", "3", "--limit", "2", "-o", "ids").out == "4\n5\n"
        assert koryu("list", "--offset", "24", "-o", "ids").out == "25\n"
        assert koryu("list", "--offset", "25", "-o", "ids").out == ""
        assert koryu("list", "-c", "韓国", "--offset", "5", "--limit", "9", "--count").out == "2\n"

    def test_what_is_cut_is_said(self, koryu: Koryu) -> None:
        err = koryu("list", "-c", "韓国", "--limit", "3").err
        assert err == "7 件のうち 3 件（この調査の個票 25 件から）\n"

    @pytest.mark.parametrize("option", ["--limit", "--offset"])
    def test_a_number_that_is_none_is_refused(self, koryu: Koryu, option: str) -> None:
        result = koryu("list", option, "x")
        assert (result.code, result.out) == (2, "")
        assert result.err == f"koryu: {option} の値「x」は件数ではありません。例: {option} 10\n"


class TestSeveralKeys:
    @pytest.mark.parametrize(
        ("sort", "first"),
        [
            ("country,-date", [24, 14, 13, 9, 12]),
            ("国、-提携年月日", [24, 14, 13, 9, 12]),
            ("Ｃｏｕｎｔｒｙ，－ｄａｔｅ", [24, 14, 13, 9, 12]),
            ("-page", [25, 24, 14, 13, 12]),
        ],
    )
    def test_by_key_or_heading_in_any_width(
        self, koryu: Koryu, sort: str, first: list[int]
    ) -> None:
        chosen = ["-c", "韓国", "-c", "フランス", "--limit", "5", "-o", "ids"]
        out = koryu("list", f"--sort={sort}", *chosen).out
        assert list(map(int, out.split())) == first

    def test_without_a_value_is_last_in_either_direction(self, koryu: Koryu) -> None:
        names = ("id", "japan", "overseas", "date")
        records = [
            {"id": number, "japan": [{"name": "札幌市"}], "overseas": [{"name": "韓国"}], **date}
            for number, date in enumerate(
                [{}, {"date": {"text": "2012"}}, {"date": {"text": "2001"}}], 1
            )
        ]
        assert set(records[1]) == set(names)
        for sort, order in (("date", "3\n2\n1\n"), ("-date", "2\n3\n1\n")):
            result = koryu(
                "--data", "-", "list", f"--sort={sort}", "-o", "ids", stdin=json.dumps(records)
            )
            assert result.out == order


class TestOptionsWithoutMeaning:
    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["--bom"], "--bom は CSV のためのものです。-o csv も付けてください。"),
            (["--bom", "--json"], "--bom は CSV のためのものです。"),
            (["--no-header"], "--no-header は CSV と TSV のためのものです。"),
            (["--since", ""], "を日付として読めません"),
            (["--until", ""], "を日付として読めません"),
        ],
    )
    def test_are_refused(self, koryu: Koryu, arguments: list[str], says: str) -> None:
        result = koryu("list", *arguments)
        assert (result.code, result.out) == (2, "")
        assert says in result.err

    def test_a_variable_that_names_no_format_is_refused(
        self, koryu: Koryu, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KORYU_FORMAT", "jsn")
        result = koryu("list")
        assert (result.code, result.out) == (2, "")
        assert "環境変数 KORYU_FORMAT の値「jsn」は使えません。もしかして: json" in result.err
        monkeypatch.setenv("KORYU_FORMAT", "ids")
        assert koryu("stats").code == 0


def test_json_has_columns_that_no_cell_holds(koryu: Koryu) -> None:
    columns = "id,category,links,contacts,other"
    [document] = json.loads(koryu("show", "1", "--json").out)
    [narrow] = json.loads(koryu("list", "--limit", "1", "--columns", columns, "--json").out)
    assert narrow == {key: document[key] for key in columns.split(",")}
    line = koryu("list", "--limit", "1", "--columns", "contacts", "-o", "ndjson").out
    assert json.loads(line) == {"contacts": document["contacts"]}
    refused = koryu("list", "--columns", "contacts")
    assert (refused.code, "contacts（" in refused.err) == (2, False)


def test_columns_are_the_keys_of_json(koryu: Koryu) -> None:
    out = koryu("list", "--columns", "id,国,date,kind", "-c", "フランス", "--json").out
    assert json.loads(out) == [
        {
            "id": 24,
            "country": "フランス",
            "date": {
                "text": "平成21（2009）年4月15日",
                "start": "2009-04-15",
                "end": "2009-04-15",
                "precision": "day",
                "wareki": "平成21年4月15日",
            },
            "kind": "その他",
        }
    ]
