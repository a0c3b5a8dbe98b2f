"""Commands on a ledger: they answer as of any data, and say what is wrong with it."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from conftest import ROOT, Koryu, Terminal

LISTS = ROOT / "tests" / "data" / "ledgers"
NAHA = str(LISTS / "18_naha.csv")
OKINAWA = str(LISTS / "17_okinawa.csv")
YOKOHAMA = str(LISTS / "05_yokohama.csv")
TAIWAN = str(LISTS / "08_taiwan_yearly.csv")
OF_NAHA = ("--data", NAHA, "--set", "日本側=那覇市")
OF_TAIWAN = (
    *("--data", TAIWAN, "--set", "国=台湾"),
    *("--map", "提携年月日=A", "--map", "日本側=B", "--map", "協定等=C"),
)


def saved(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return str(path)


def test_a_ledger_is_listed(koryu: Koryu) -> None:
    result = koryu(
        "--data", OKINAWA, "list", "-c", "ブラジル", "--columns", "id,date,japan,overseas"
    )
    assert result.code == 0
    assert result.out.splitlines()[2].split() == [
        "3",
        "昭和61年4月22日",
        "沖縄県",
        "ブラジル",
        "南マットグロッソ州",
    ]
    assert result.err == "1 件（データ 5 件のうち）\n"


def test_the_number_of_problems_is_said_and_how_to_list_them(koryu: Koryu) -> None:
    result = koryu(*OF_NAHA, "list", "-o", "ids")
    assert (result.code, result.out) == (0, "2\n4\n5\n")
    command = f"koryu check {NAHA} --set 日本側=那覇市"
    assert result.err == f"読み取れない値が 2 件あります。{command} で一覧を示します。\n"


def test_check_lists_what_is_wrong(koryu: Koryu) -> None:
    result = koryu("check", NAHA, "--set", "日本側=那覇市")
    lines = result.out.splitlines()
    assert result.code == 3
    assert [line.partition(": ")[0] for line in lines] == [
        "3 行目 都市「日南市」",
        "6 行目 都市「川崎市」",
    ]
    assert result.err == f"問題 2 件（{NAHA}: 協定 3 件、除いた行 2 行）\n"


def test_check_says_the_fault_of_a_whole_column_once(koryu: Koryu) -> None:
    result = koryu("check", YOKOHAMA)
    assert result.code == 3
    assert result.out.count("\n") == 1
    assert result.out.startswith("日本側の列: 日本側がありません。")
    assert "--set 日本側=…" in koryu("--data", YOKOHAMA, "list").err


def test_check_approves_of_a_ledger(koryu: Koryu) -> None:
    result = koryu("check", YOKOHAMA, "--set", "日本側=横浜市")
    assert result == (0, "問題ありません: データ 11 件（日本 1 自治体、海外 10 か国）\n", "")


def test_check_gives_documents(koryu: Koryu) -> None:
    result = koryu("check", NAHA, "--set", "日本側=那覇市", "--json")
    documents = json.loads(result.out)
    assert [list(each) for each in documents] == [
        ["row", "heading", "value", "message", "left_out"]
    ] * 2
    assert (documents[0]["row"], documents[0]["value"], documents[0]["left_out"]) == (
        3,
        "日南市",
        True,
    )
    assert json.loads(koryu("check", YOKOHAMA, "--json").out)[0]["row"] is None


def test_check_names_the_successors_of_a_former_municipality(koryu: Koryu, tmp_path: Path) -> None:
    path = saved(tmp_path / "former.csv", "日本側,海外側\n北海道上磯町,上海市（中国）\n")
    result = koryu("check", path)
    assert result.code == 0
    assert result.err.startswith("2 行目 日本側「北海道上磯町」: ")
    assert "北斗市" in result.err


def test_check_does_not_list_remarks_without_end(koryu: Koryu, tmp_path: Path) -> None:
    lines = ["日本側,海外側", *["北海道上磯町,上海市（中国）"] * 30]
    result = koryu("check", saved(tmp_path / "former.csv", "\n".join(lines)))
    assert result.err.splitlines()[20:] == ["注意はほかに 10 件あります。"]


def test_how_a_ledger_was_understood_is_said_at_a_terminal(
    koryu: Koryu, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("COLUMNS", "120")
    koryu("--data", OKINAWA, "list", "-o", "ids")
    columns = "A列 → 日本側、提携先 → 海外側、経緯 → 経緯、交流状況 → 取組内容"
    assert terminal.getvalue() == f"1 行目を見出しとして読みました（{columns}）。\n"


@pytest.mark.parametrize("command", [["--json"], ["-o", "ndjson"]])
@pytest.mark.parametrize("data", [OF_NAHA, OF_TAIWAN, ("--data", OKINAWA)])
def test_json_of_a_ledger_is_its_conversion(
    koryu: Koryu, tmp_path: Path, data: tuple[str, ...], command: list[str]
) -> None:
    converted = koryu(*data, "list", *command).out
    path = saved(tmp_path / "agreements.json", converted)
    assert koryu("check", path).code == 0
    assert koryu("--data", path, "list", *command).out == converted


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize(
    "data", [(), OF_NAHA, OF_TAIWAN, ("--data", OKINAWA)], ids=["shipped", "18", "08", "17"]
)
def test_what_is_printed_and_read_is_the_same_when_printed_again(
    koryu: Koryu, tmp_path: Path, data: tuple[str, ...], form: str, language: str
) -> None:
    command = ("--lang", language, "list", "-o", form)
    printed = koryu(*data, *command).out
    path = tmp_path / "printed"
    for mark in (b"", b"\xef\xbb\xbf"):
        path.write_bytes(mark + printed.encode())
        assert koryu("--data", str(path), *command).out == printed


def test_a_ledger_comes_from_standard_input_too(koryu: Koryu) -> None:
    text = Path(OKINAWA).read_bytes().decode("cp932")
    assert koryu("--data", "-", "list", "--count", stdin=text).out == "5\n"
    assert koryu("check", "-", stdin=text).code == 0


def test_a_workbook_is_read_and_what_it_needs_is_named(
    koryu: Koryu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["日本側", "海外側"])
    book.worksheets[0].append(["札幌市", "上海市（中国）"])
    buffer = io.BytesIO()
    book.save(buffer)
    path = tmp_path / "ledger.data"
    path.write_bytes(buffer.getvalue())
    assert koryu("--data", str(path), "list", "-o", "ids").out == "2\n"
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    result = koryu("--data", str(path), "list")
    assert (result.code, result.out) == (3, "")
    assert "koryu-cli[excel]" in result.err
    assert result.err.count("\n") == 1


def test_check_names_the_sheets_that_are_not_read(koryu: Koryu, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, partner in (("アジア", "上海市（中国）"), ("欧米", "リヨン市（フランス）")):
        sheet = book.create_sheet(name)
        sheet.append(["日本側", "海外側"])
        sheet.append(["横浜市", partner])
    book.remove(book.worksheets[0])
    path = tmp_path / "ledger.xlsx"
    book.save(path)
    result = koryu("check", str(path))
    assert (result.code, "データ 1 件" in result.out) == (0, True)
    assert "最初のシート「アジア」だけです" in result.err
    assert "ほかのシート（欧米）" in result.err
    assert koryu("--data", str(path), "list").err == "1 件（データ 1 件のうち）\n"


REFUSED = {
    "no headings": ("a,b\nc,d\n", "1 行目は A = a、B = b です"),
    "PDF": ("%PDF-1.7\n", "PDFなので、表として読めません"),
    "a quotation mark left open": ('日本側,海外側\n"札幌市,上海市\n', "2 行目のセルの引用符"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_ledger_is_refused(
    koryu: Koryu, tmp_path: Path, text: str, message: str
) -> None:
    path = saved(tmp_path / "data", text)
    for result in (koryu("--data", path, "list"), koryu("check", path)):
        assert (result.code, result.out) == (3, "")
        assert message in result.err
        assert path in result.err


WRONG = {
    "no such country": ("--set", "国=アトランティス", "「アトランティス」という国はありません"),
    "no such column": ("--map", "日本側=Z", "「Z」という列はありません"),
    "no such field to set": ("--set", "面積=1", "「面積」という項目はありません"),
    "no such field to map": ("--map", "面積=A", "「面積」という項目はありません"),
}


@pytest.mark.parametrize(("option", "value", "message"), WRONG.values(), ids=WRONG)
def test_what_is_said_of_a_ledger_in_vain_is_wrong_usage(
    koryu: Koryu, option: str, value: str, message: str
) -> None:
    result = koryu("--data", OKINAWA, "list", option, value)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_other_commands_answer_from_a_ledger(koryu: Koryu) -> None:
    assert "沖縄県" in koryu("--data", OKINAWA, "show", "2").out
    assert koryu("--data", OKINAWA, "search", "移民").code == 0
    assert koryu("--data", OKINAWA, "stats", "-o", "csv").out.count("\n") == 5
    assert "提携先" not in koryu("--data", OKINAWA, "timeline").err
    assert koryu("--data", OKINAWA, "anniversaries", "--in", "2022").code == 0


def test_a_problem_wraps_as_japanese_does(koryu: Koryu) -> None:
    out = koryu(*OF_NAHA, "check", terminal=80).out
    assert not any(line.startswith("。") for line in out.splitlines())
    assert out.startswith("3 行目 都市「日南市」: 「日南市」は国内の自治体です")


OWN_COLUMNS = """番号,自治体名,提携先,国名,提携年月日,予算(千円),周年事業
1,札幌市,大田広域市,韓国,平成22年10月22日,500,"式典
と展示"
2,千葉市,天津市,中国,1986/5/7,,-
"""


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_spreadsheet_keeps_the_columns_of_a_ledger_that_are_its_own(
    koryu: Koryu, tmp_path: Path, ending: str, language: str
) -> None:
    ledger, copy = saved(tmp_path / "own.csv", OWN_COLUMNS), str(tmp_path / f"copy.{ending}")
    as_csv = ("--lang", language, "list", "-o", "csv")

    assert koryu("--data", ledger, "--lang", language, "list", "-O", copy).code == 0
    printed = koryu("--data", copy, *as_csv).out

    assert printed == koryu("--data", ledger, *as_csv).out
    assert printed.splitlines()[0].endswith(",予算(千円),周年事業")
    read = json.loads(koryu("--data", copy, "list", "--json").out)
    assert [each["other"] for each in read] == [
        {"予算(千円)": "500", "周年事業": "式典\nと展示"},
        {"周年事業": "-"},
    ]


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
@pytest.mark.parametrize("heading", ["国", "国名"])
def test_a_spreadsheet_keeps_a_cell_that_could_not_be_read(
    koryu: Koryu, tmp_path: Path, ending: str, heading: str
) -> None:
    lines = f"日本側,海外側,{heading},国2\n札幌市,火の市,火星,星\n函館市,天津市,中国,\n"
    ledger, copy = saved(tmp_path / "own.csv", lines), str(tmp_path / f"copy.{ending}")
    as_csv = ("list", "-o", "csv")

    assert koryu("--data", ledger, "list", "-O", copy).code == 0
    printed = koryu("--data", copy, *as_csv).out

    assert printed == koryu("--data", ledger, *as_csv).out
    first = next(csv.DictReader(io.StringIO(printed)))
    kept = "国3" if heading == "国" else heading
    assert (first["国"], first["国2"], first[kept]) == ("", "星", "火星")


def test_other_pages_do_without_the_columns_of_a_ledger(koryu: Koryu, tmp_path: Path) -> None:
    ledger = saved(tmp_path / "own.csv", OWN_COLUMNS)
    for form in ("table", "markdown", "html"):
        assert "予算" not in koryu("--data", ledger, "list", "-o", form).out


def test_what_is_left_over_in_a_date_is_pointed_at(koryu: Koryu, tmp_path: Path) -> None:
    ledger = saved(
        tmp_path / "dates.csv",
        "自治体名,提携先,国名,提携年月日\n札幌市,大田市,韓国,平成8年10月10\n",
    )
    says = "2 行目 提携年月日「平成8年10月10」: 8文字目の「10」: この部分が余っています。\n"
    assert koryu("check", ledger).out == says


def test_sentences_have_blanks_between_them_in_english(
    koryu: Koryu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    koryu("--data", saved(tmp_path / "own.csv", OWN_COLUMNS), "--lang", "en", "list", "-o", "ids")
    assert " ".join(screen.getvalue().split()).count("). The other columns are kept") == 1


def test_municipalities_have_their_english_names_in_english_messages(
    koryu: Koryu, tmp_path: Path
) -> None:
    ledger = saved(
        tmp_path / "names.csv",
        "自治体名,提携先,国名\n与野市,ヒロ,アメリカ\n伊達市,リヨン,フランス\n札幌市,都城市,\nNara,パリ,フランス\n",
    )
    result = koryu("--lang", "en", "check", ledger)
    assert "Yono City, Saitama ended on 2001-05-01; today it is Saitama City" in result.err
    says = result.out.splitlines()
    assert "(Date City, Hokkaido; Date City, Fukushima)" in says[0]
    assert "(Miyakonojo City, Miyazaki)" in says[1]
    assert "Nara Prefecture; Nara City, Nara" in says[2]
