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
