"""`koryu date`: how it is asked and how it answers; what it reads is tested in tests/wareki/."""

import io
import json
import subprocess
import sys
from datetime import date

import pytest
from conftest import Koryu, Terminal


def test_answers_in_the_other_calendar_a_line_each(koryu: Koryu) -> None:
    result = koryu(
        "date", "平成24", "平成24年5月23日", "平成24年度", "2012-05-23", "1989", "平成6年～"
    )
    assert result == (
        0,
        "2012\n2012-05-23\n2012-04-01/2013-03-31\n平成24年5月23日\n昭和64年/平成元年\n1994-01-01/..\n",
        "",
    )


def test_json_is_an_array_with_errors_in_their_place(koryu: Koryu) -> None:
    result = koryu("date", "--json", stdin="平成24\nH24.5.23\n平成24年度\nabc\n")
    assert (result.code, result.err) == (2, "")
    documents = json.loads(result.out)
    assert documents[:3] == [
        {
            "input": "平成24",
            "start": "2012-01-01",
            "end": "2012-12-31",
            "precision": "year",
            "gregorian": "2012",
            "wareki": "平成24年",
        },
        {
            "input": "H24.5.23",
            "start": "2012-05-23",
            "end": "2012-05-23",
            "precision": "day",
            "gregorian": "2012-05-23",
            "wareki": "平成24年5月23日",
        },
        {
            "input": "平成24年度",
            "start": "2012-04-01",
            "end": "2013-03-31",
            "precision": "fiscal_year",
            "gregorian": "2012-04-01/2013-03-31",
            "wareki": "平成24年度",
        },
    ]
    assert list(documents[3]) == ["input", "error"]
    assert documents[3]["input"] == "abc"
    assert "「abc」" in documents[3]["error"]


def test_ndjson_has_the_same_documents(koryu: Koryu) -> None:
    words = ["平成24", "2012..", "？"]
    lines = koryu("date", "-o", "ndjson", *words).out.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(koryu("date", "--json", *words).out)


def test_an_open_end_is_null(koryu: Koryu) -> None:
    (document,) = json.loads(koryu("date", "--json", "平成25年3月まで").out)
    assert (document["start"], document["end"]) == (None, "2013-03-31")
    assert document["gregorian"] == "../2013-03-31"


def test_what_is_not_understood_does_not_stop_the_rest(koryu: Koryu) -> None:
    result = koryu("date", "平成24", "24.5.23", "平成元年1月7日", "R6")
    assert (result.code, result.out) == (2, "2012\n2024\n")
    first, second = result.err.splitlines()
    assert "「24.5.23」" in first
    assert "H24.5.23" in first
    assert "昭和64年1月7日" in second


def test_lines_of_input_and_of_output_correspond(koryu: Koryu) -> None:
    result = koryu("date", stdin="平成24\r\n\n昭和？\n2012\n")
    assert (result.code, result.out) == (2, "2012\n\n\n平成24年\n")
    assert len(result.err.splitlines()) == 1


def test_hyphen_stands_for_standard_input(koryu: Koryu) -> None:
    assert koryu("date", "R1", "-", stdin="H1\nS1\n").out == "2019\n1989\n1926\n"


def test_past_the_end_of_an_era_is_a_notice_or_strictly_an_error(koryu: Koryu) -> None:
    lenient = koryu("date", "平成32年")
    assert (lenient.code, lenient.out) == (0, "2020\n")
    assert "令和2年" in lenient.err
    strict = koryu("date", "--strict", "平成32年", "平成31年")
    assert (strict.code, strict.out) == (2, "2019\n")
    assert "令和2年" in strict.err


def test_alone_on_a_terminal_it_shows_today(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from koryu_cli.cli.app import run

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setenv("KORYU_TODAY", "2027-04-01")
    assert run(["date"]) == 0
    assert capsys.readouterr().out == "令和9年4月1日\n"
    monkeypatch.delenv("KORYU_TODAY")
    assert run(["date", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["start"] == date.today().isoformat()
    monkeypatch.setenv("KORYU_TODAY", "明日")
    assert run(["date"]) == 2
    assert "「明日」" in capsys.readouterr().err


def test_it_streams() -> None:
    """An answer comes before the input ends."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "koryu_cli", "date"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("平成24\n")
        process.stdin.flush()
        assert process.stdout.readline() == "2012\n"
    assert process.returncode == 0


def test_no_input_is_no_error(koryu: Koryu) -> None:
    assert koryu("date") == (0, "", "")
    assert koryu("date", "--json") == (0, "[]\n", "")


def test_bytes_that_are_no_text_are_refused_as_a_date(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from koryu_cli.cli.app import run

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"H24\n\xff\xfe\n"), "utf-8"))
    assert run(["date"]) == 2
    out, err = capsys.readouterr()
    assert out == "2012\n\n"
    assert r"\xff" in err


HEADER = "入力,答え,開始日,終了日,精度,西暦,和暦,誤り\r\n"


def test_csv_has_each_line_of_the_input_beside_its_answer(koryu: Koryu) -> None:
    result = koryu("date", "-o", "csv", stdin="平成24\n\n不明\n1868\n2012-05-23\n45.12.4\n")
    assert result.code == 2
    assert result.out == (
        HEADER + "平成24,2012,2012-01-01,2012-12-31,year,2012,平成24年,\r\n"
        ",,,,,,,\r\n"
        "不明,,,,,,,\r\n"
        "1868,,1868-01-01,1868-12-31,year,1868,,\r\n"
        "2012-05-23,平成24年5月23日,2012-05-23,2012-05-23,day,2012-05-23,平成24年5月23日,\r\n"
        "45.12.4,,,,,,,「45.12.4」を日付として読めません（1文字目の「45」）: "
        "元号がないので、どの年か決まりません。もしかして: S45.12.4\r\n"
    )
    assert result.err == "koryu: 「1868」の年に当たる元号はありません\n"


def test_csv_may_begin_with_a_byte_order_mark(koryu: Koryu) -> None:
    assert koryu("date", "-o", "csv", "--bom", "R1").out.startswith("\ufeff入力,")


def test_tsv_has_the_same_columns(koryu: Koryu) -> None:
    lines = koryu("date", "-o", "tsv", "～平成25年3月").out.splitlines()
    assert lines == [
        HEADER.strip().replace(",", "\t"),
        "～平成25年3月\t../2013-03-31\t\t2013-03-31\trange\t../2013-03-31\t～平成25年3月\t",
    ]


def test_a_cell_is_read_with_a_notice_but_not_strictly(koryu: Koryu) -> None:
    lenient = koryu("date", "平成26年6月1日現在", "1991/7/9 (H3)")
    assert (lenient.code, lenient.out) == (0, "2014-06-01\n平成3年7月9日\n")
    assert lenient.err == (
        "koryu: 「平成26年6月1日現在」のうち「平成26年6月1日」だけを日付として読みました\n"
    )
    strict = koryu("date", "--strict", "平成26年6月1日現在", "R1")
    assert (strict.code, strict.out) == (2, "2019\n")
    assert "この部分が余っています" in strict.err


def test_several_dates_in_a_line_are_an_error_that_lists_them(koryu: Koryu) -> None:
    result = koryu("date", "1972年11月20日（1992年再提携）")
    assert (result.code, result.out) == (2, "")
    assert "「1972年11月20日」、「1992年」" in result.err


def test_a_line_that_says_so_has_no_date(koryu: Koryu) -> None:
    result = koryu("date", stdin="不明\n－\n\nなし\nR1\n")
    assert result == (0, "\n\n\n\n2019\n", "")
    (document,) = json.loads(koryu("date", "--json", "不明").out)
    assert document == {
        "input": "不明",
        "start": None,
        "end": None,
        "precision": None,
        "gregorian": None,
        "wareki": None,
    }


def test_what_no_era_names_has_an_empty_answer_and_a_note(koryu: Koryu) -> None:
    result = koryu("date", "1868", "9999", "1872-12-31～1873-01-01")
    assert (result.code, result.out) == (0, "\n\n\n")
    assert len(result.err.splitlines()) == 3
    (document,) = json.loads(koryu("date", "--json", "9999").out)
    assert (document["gregorian"], document["wareki"]) == ("9999", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_standard_input_is_utf_8_or_shift_jis(
    encoding: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from koryu_cli.cli.app import run

    text = "平成２４年５月２３日締結\r\n㍻24\r\n2012\r\n"
    stream = io.TextIOWrapper(io.BytesIO(text.encode(encoding)), "utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    assert run(["date"]) == 0
    assert capsys.readouterr().out == "2012-05-23\n2012\n平成24年\n"


def test_help_offers_only_what_the_command_does(koryu: Koryu) -> None:
    page = koryu("date", "--help").out
    assert "table（既定）、json、ndjson、csv、tsv" in page
    for word in ("markdown", "--data", "--set", "--map", "--no-pager"):
        assert word not in page
    assert koryu("--data", "data/agreements.json", "date", "R1").out == "2019\n"


def test_a_blank_line_keeps_its_place_in_every_format(koryu: Koryu) -> None:
    lines = "平成24\n\n昭和50\n"
    as_json = [*map(json.loads, koryu("date", "-o", "ndjson", stdin=lines).out.splitlines())]
    assert [each["input"] for each in as_json] == ["平成24", "", "昭和50"]
    assert set(as_json[1].values()) == {"", None}
    assert koryu("date", stdin=lines).out == "2012\n\n1975\n"
    rows = koryu("date", "-o", "tsv", "--no-header", stdin=lines).out.splitlines()
    assert [row.split("\t")[0] for row in rows] == ["平成24", "", "昭和50"]


def test_nothing_is_read_from_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from koryu_cli.cli.app import run

    monkeypatch.setattr(sys, "stdin", Terminal())
    assert run(["date", "平成24", "-"]) == 2
    assert "「-」は標準入力から読みます" in capsys.readouterr().err
