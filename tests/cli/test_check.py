"""`koryu check`: what is said of a data file."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, Koryu, Terminal
from rich.cells import cell_len

from koryu_cli.catalogue import reading
from koryu_cli.errors import DataError

Records = list[dict[str, Any]]
Save = Callable[..., Path]

APPROVAL = "問題ありません: この調査の個票 25 件（日本 22 自治体、海外 9 か国）\n"


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write records as an indented array, or a record a line."""

    def write(records: Records, *, lines: bool = False) -> Path:
        path = tmp_path / "data.json"
        if lines:
            text = "".join(json.dumps(record, ensure_ascii=False) + "\n\n" for record in records)
        else:
            text = json.dumps(records, ensure_ascii=False, indent=2)
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def damaged(records: Records) -> Records:
    """Three records with five faults: at the top, within, missing, unknown, repeated."""
    records[0]["kind"] = "契約"
    records[9]["japan"][0]["code"] = "024113"
    records[9]["contacts"][0]["fax"] = "0175-72-2603"
    del records[9]["overseas"][0]["name"]
    records[16]["id"] = 10
    return [records[0], records[9], records[16]]


PROBLEMS = [
    (
        1,
        1,
        "kind",
        '"契約"',
        "協定、覚書、協議書、合意書、意向書、議定書、同意書、盟約、宣言、声明、確認書、その他のいずれか",
    ),
    (10, 2, "japan.0.code", '"024113"', "検査数字の合う 6 桁の全国地方公共団体コード"),
    (10, 2, "overseas.0.name", "", "必須の項目"),
    (10, 2, "contacts.0.fax", '"0175-72-2603"', "この名の項目はない"),
    (10, 3, "id", "10", "ほかと異なる番号（2件目も同じ）"),
]
"""What is wrong with the damaged records, in their order: all but the line."""


def problems_of(text: str) -> list[tuple[object, ...]]:
    names = ("id", "position", "field", "found", "expected")
    return [tuple(document[name] for name in names) for document in json.loads(text)]


class TestValidData:
    def test_is_approved_with_counts(self, koryu: Koryu) -> None:
        assert koryu("check") == (0, APPROVAL, "")

    @pytest.mark.parametrize(
        ("form", "page"),
        [
            ("json", "[]\n"),
            ("ndjson", ""),
            ("csv", "個票,行,項目,今の値,あるべき値\r\n"),
            ("tsv", "個票\t行\t項目\t今の値\tあるべき値\n"),
            (
                "markdown",
                "| 個票 | 行 | 項目 | 今の値 | あるべき値 |\n| --- | ---: | --- | --- | --- |\n",
            ),
        ],
    )
    def test_has_no_problem_to_list(self, koryu: Koryu, form: str, page: str) -> None:
        assert koryu("check", "-o", form) == (0, page, "")

    def test_is_what_list_prints(self, koryu: Koryu) -> None:
        for form in ("json", "ndjson"):
            selection = koryu("list", "-c", "韓国", "-o", form).out
            assert koryu("check", "-", stdin=selection) == (
                0,
                "問題ありません: データ 7 件（日本 10 自治体、海外 1 か国）\n",
                "",
            )

    @pytest.mark.parametrize("width", [20, 40, 60, 80])
    def test_approval_fits_the_terminal(self, koryu: Koryu, width: int) -> None:
        out = koryu("check", terminal=width).out
        assert "".join(out.split()) == "".join(APPROVAL.split())
        assert max(map(cell_len, out.splitlines())) <= width


class TestWhichFile:
    def test_argument_or_option_comes_before_the_variable(
        self, koryu: Koryu, save: Save, damaged: Records, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bad, good = str(save(damaged)), str(DATA)
        monkeypatch.setenv("KORYU_DATA", bad)
        assert koryu("check").code == 3
        assert koryu("--data", good, "check").code == 0
        assert koryu("check", good).code == 0
        monkeypatch.setenv("KORYU_DATA", good)
        assert koryu("check", bad).code == 3

    def test_two_files_are_one_too_many(self, koryu: Koryu, save: Save, damaged: Records) -> None:
        bad = str(save(damaged))
        result = koryu("--data", str(DATA), "check", bad)
        assert (result.code, result.out) == (2, "")
        assert result.err == f"koryu: 検証するファイルが二つあります: {bad}、--data {DATA}\n"

    def test_name_that_is_empty_is_not_the_shipped_data(self, koryu: Koryu) -> None:
        assert koryu("check", "").code == 3

    @pytest.mark.parametrize("form", ["table", "json"])
    def test_that_cannot_be_read(self, koryu: Koryu, tmp_path: Path, form: str) -> None:
        broken = tmp_path / "broken.json"
        broken.write_text('[{"id": 1},\n{"id": 2]', "utf-8")
        result = koryu("check", str(broken), "-o", form)
        assert (result.code, result.out) == (3, "")
        assert f"JSON として読めません: {broken} の 2 行目" in result.err

    @pytest.mark.parametrize("stream", [Terminal(), None], ids=["terminal", "closed"])
    def test_standard_input_that_nothing_comes_from(
        self, monkeypatch: pytest.MonkeyPatch, stream: Terminal | None
    ) -> None:
        monkeypatch.setattr("sys.stdin", stream)
        with pytest.raises(DataError, match="標準入力からデータが来ていません"):
            reading.read("-")


class TestProblems:
    @pytest.mark.parametrize("lines", [False, True], ids=["array", "ndjson"])
    def test_are_all_reported(
        self, koryu: Koryu, save: Save, damaged: Records, lines: bool
    ) -> None:
        path = save(damaged, lines=lines)
        result = koryu("check", str(path), "--json")
        assert (result.code, result.err) == (3, f"問題 5 件（{path}）\n")
        assert problems_of(result.out) == PROBLEMS

    def test_have_a_stable_document(self, koryu: Koryu, damaged: Records) -> None:
        result = koryu("check", "-", "-o", "ndjson", stdin=json.dumps(damaged))
        assert result.out.splitlines()[1] == (
            '{"id":10,"position":2,"line":1,"field":"japan.0.code","found":"\\"024113\\"",'
            '"expected":"検査数字の合う 6 桁の全国地方公共団体コード"}'
        )
        assert result.err == "問題 5 件（標準入力）\n"

    def test_in_an_array_stand_on_the_line_of_the_value(
        self, koryu: Koryu, save: Save, damaged: Records
    ) -> None:
        path = save(damaged)
        found = json.loads(koryu("check", str(path), "--json").out)
        text = path.read_text("utf-8").splitlines()
        assert [text[problem["line"] - 1].strip() for problem in found] == [
            '"kind": "契約",',
            '"code": "024113",',
            "{",
            '"fax": "0175-72-2603"',
            '"id": 10,',
        ]
        missing = found[2]["line"]
        assert text[missing - 2].strip() == '"overseas": ['

    def test_in_ndjson_stand_on_the_line_of_the_record(
        self, koryu: Koryu, save: Save, damaged: Records
    ) -> None:
        found = json.loads(koryu("check", str(save(damaged, lines=True)), "--json").out)
        assert [problem["line"] for problem in found] == [1, 3, 3, 3, 5]

    def test_of_a_repeated_number_are_told_of_a_faulty_record_too(
        self, koryu: Koryu, records: Records
    ) -> None:
        records[2]["id"] = records[1]["id"] = 1
        records[1]["page"] = 0
        out = koryu("check", "-", "--json", stdin=json.dumps(records)).out
        assert problems_of(out) == [
            (1, 2, "page", "0", "1 以上の数"),
            (1, 2, "id", "1", "ほかと異なる番号（1件目も同じ）"),
            (1, 3, "id", "1", "ほかと異なる番号（1件目も同じ）"),
        ]

    def test_of_what_is_no_record_name_its_place(self, koryu: Koryu) -> None:
        result = koryu("check", "-", "-o", "csv", stdin='[\n17,\n{"id": "1"}]')
        rows = list(csv.DictReader(io.StringIO(result.out)))
        assert [(row["個票"], row["行"], row["項目"]) for row in rows[:2]] == [
            ("1件目", "2", ""),
            ("2件目", "3", "id"),
        ]

    @pytest.mark.parametrize("width", [40, 60, 80, 120])
    def test_fit_the_terminal_with_record_field_and_expectation(
        self, koryu: Koryu, save: Save, damaged: Records, width: int
    ) -> None:
        damaged[0]["background"] = ["長い値" * 40]
        out = koryu("--color", "never", "check", str(save(damaged)), terminal=width).out
        assert max(map(cell_len, out.splitlines())) <= width
        assert all(heading in out for heading in ("個票", "行", "項目", "あるべき値"))

    def test_are_the_same_in_every_format(self, koryu: Koryu, save: Save, damaged: Records) -> None:
        path = str(save(damaged))
        counts = {
            form: len(koryu("check", path, "-o", form).out.splitlines()) - headings
            for form, headings in {
                "table": 2,
                "ndjson": 0,
                "csv": 1,
                "tsv": 1,
                "markdown": 2,
            }.items()
        }
        assert set(counts.values()) == {len(PROBLEMS)}

    def test_quote_a_long_value_in_full_only_in_json(self, koryu: Koryu, records: Records) -> None:
        records[0]["titel"] = "長" * 100
        data = json.dumps(records[:1])
        assert "長" * 100 in koryu("check", "-", "--json", stdin=data).out
        table = koryu("check", "-", stdin=data).out
        assert "長" * 58 + "…" in table
        assert "長" * 59 not in table

    def test_text_of_the_data_cannot_act_on_the_terminal(
        self, koryu: Koryu, records: Records
    ) -> None:
        records[0]["[red]\x1b[31m\u202e"] = "\x9b31m[/]\x07"
        data = json.dumps(records[:1], ensure_ascii=False)
        for form in ("table", "markdown", "json"):
            result = koryu("--color", "never", "check", "-", "-o", form, stdin=data, terminal=120)
            assert not [c for c in result.out if c in "\x1b\x9b\x07\u202e"]
            assert "red" in result.out
