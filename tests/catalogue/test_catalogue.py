"""What koryu says of a data file that it cannot use."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, Koryu

from koryu_cli.catalogue import problems, reading
from koryu_cli.errors import DataError

Record = dict[str, Any]
Records = list[Record]


def put(path: str, value: object) -> Callable[[Records], None]:
    """Return a damage: `value` at `path` (`16.japan.0.code`; the first part is a position)."""

    def damage(records: Records) -> None:
        *parents, last = path.split(".")
        target: Any = records
        for part in parents:
            target = target[int(part)] if isinstance(target, list) else target[part]
        if isinstance(target, list):
            target[int(last)] = value
        else:
            target[last] = value

    return damage


def drop(field: str) -> Callable[[Records], None]:
    def damage(records: Records) -> None:
        del records[0][field]

    return damage


# Each damage, and what the message must say: whose, where, what stood there, what should.
DAMAGES: dict[str, tuple[Callable[[Records], None], list[str]]] = {
    "id-is-text": (put("16.id", "17"), ["17件目 id", '"17"', "整数"]),
    "id-is-zero": (put("0.id", 0), ["0番 id", "1 以上の数"]),
    "id-twice": (put("1.id", 1), ["1番 id", "ほかと異なる番号", "1件目も同じ"]),
    "field-missing": (drop("japan"), ["1番 japan", "必須の項目"]),
    "field-unknown": (put("0.titel", "x"), ["1番 titel", "この名の項目はない"]),
    "title-empty": (put("0.title", ""), ["1番 title", "空でない文字列"]),
    "title-is-number": (put("0.title", 1), ["1番 title", "1", "文字列"]),
    "reprinted-is-number": (put("2.reprinted", 1), ["3番 reprinted", "true または false"]),
    "kind-disagrees": (put("9.kind", "覚書"), ["10番 kind", "覚書", "種類「協定」"]),
    "kind-unknown": (put("9.kind", "契約"), ["10番 kind", "契約", "協定"]),
    "theme-unknown": (put("0.themes.0", "宇宙"), ["1番 themes.0", "宇宙", "上下水道"]),
    "theme-twice": (put("4.themes", ["環境", "環境"]), ["5番 themes", "重複のない分野"]),
    "no-japanese-side": (put("4.japan", []), ["5番 japan", "1 件以上"]),
    "prefecture-unknown": (put("9.japan.0.prefecture", "青盛県"), ["10番 japan.0.prefecture"]),
    "prefecture-empty": (
        put("9.japan.0.prefecture", ""),
        ["10番 japan.0.prefecture", "47 都道府県"],
    ),
    "id-beyond-exactness": (put("0.id", 2**53), ["9007199254740992番 id", "9007199254740991 以下"]),
    "name-disagrees": (
        put("9.japan.0.municipality", "三戸町"),
        ["10番 japan.0.municipality", "三戸町", "青森県六ヶ所村"],
    ),
    "code-check-digit": (put("9.japan.0.code", "024113"), ["10番 japan.0.code", "検査数字"]),
    "code-of-another-prefecture": (
        put("9.japan.0.code", "011002"),
        ["10番 japan.0.code", "青森県のコード", "北海道"],
    ),
    "code-of-the-prefecture": (put("9.japan.0.code", "020001"), ["市区町村のコード"]),
    "code-of-a-municipality": (put("8.japan.0.code", "024112"), ["9番", "都道府県のコード"]),
    "kana-is-katakana": (put("9.japan.0.kana", "ロッカショ"), ["10番 japan.0.kana", "ひらがな"]),
    "country-unknown": (put("9.overseas.0.country", "XX"), ["10番 overseas.0.country", "XX"]),
    "country-lower-case": (
        put("9.overseas.0.country", "kr"),
        ["10番 overseas.0.country", "大文字"],
    ),
    "country-name-of-another": (
        put("9.overseas.0.country_name", "中国"),
        ["10番 overseas.0.country_name", "中国", "韓国"],
    ),
    "body-not-in-name": (
        put("9.overseas.0.body", "研究所"),
        ["10番 overseas.0.body", "江原道襄陽郡"],
    ),
    "country-null-though-named": (
        put("9.overseas.0.country", None),
        ["10番 overseas.0.country", "null", "KR"],
    ),
    "kind-without-agreement": (put("9.agreement", None), ["10番 kind", "協定", "null"]),
    "municipality-of-another-prefecture": (
        put("9.japan.0.name", "熊本県阿久根市"),
        ["10番 japan.0.name", "阿久根市は鹿児島県阿久根市 462063"],
    ),
    "municipality-misspelt": (
        put("9.japan.0.name", "青森県六ヵ所村"),
        ["10番 japan.0.name", "青森県六ヶ所村"],
    ),
    "kana-of-another": (
        put("9.japan.0.kana", "ろくかしょむら"),
        ["10番 japan.0.kana", "ろっかしょむら"],
    ),
    "code-of-another-municipality": (
        put("9.japan.0.code", "024414"),
        ["10番 japan.0.code", "青森県六ヶ所村のコード「024112」"],
    ),
    "start-null-though-dated": (put("4.date.start", None), ["5番 date.start", "2012-05-23"]),
    "date-without-text": (put("4.date.text", None), ["5番 date.text", "文字列"]),
    "date-text-unreadable": (put("4.date.text", "平静24年5月23日"), ["5番 date.text", "平静24年"]),
    "start-disagrees": (
        put("4.date.start", "2012-05-24"),
        ["5番 date.start", "2012-05-24", "2012-05-23"],
    ),
    "end-disagrees": (put("24.date.end", "1992-12-30"), ["25番 date.end", "1992-12-31"]),
    "start-does-not-exist": (put("4.date.start", "2012-02-30"), ["5番 date.start", "ISO 形式"]),
    "start-is-number": (put("4.date.start", 20120523), ["5番 date.start", "ISO 形式"]),
    "precision-disagrees": (put("4.date.precision", "year"), ["5番 date.precision", "day"]),
    "wareki-disagrees": (
        put("4.date.wareki", "平成25年5月23日"),
        ["5番 date.wareki", "平成25年5月23日", "平成24年5月23日"],
    ),
    "address-is-a-file": (put("4.links.0.url", "file:///etc/passwd"), ["5番 links.0.url", "http"]),
    "address-is-script": (put("4.links.0.url", "javascript:alert(1)"), ["5番 links.0.url", "http"]),
    "telephone-too-short": (put("4.contacts.0.phone", "044"), ["5番 contacts.0.phone", "電話番号"]),
    "telephone-too-long": (put("4.contacts.0.phone", "4" * 61), ["5番 contacts.0.phone", "4" * 50]),
    "telephone-in-many-words": (
        put("4.contacts.0.phone", "011-211-2032（午前九時から午後五時まで、土日祝日を除く）"),
        ["5番 contacts.0.phone", "電話番号"],
    ),
    "telephone-with-lines-behind": (
        put("4.contacts.0.phone", "011-211-2032" + "\n" * 17),
        ["5番 contacts.0.phone", "電話番号"],
    ),
    "email-without-at": (put("4.contacts.0.email", "x.jp"), ["5番 contacts.0.email", "電子メール"]),
    "contact-is-text": (put("4.contacts.0", "環境局"), ["5番 contacts.0", "環境局", "項目の組"]),
    "record-is-number": (put("4", 5), ["5件目", "項目の組"]),
}


@pytest.mark.parametrize(("damage", "says"), DAMAGES.values(), ids=DAMAGES)
def test_invalid_record_is_named_with_field_value_and_expectation(
    damage: Callable[[Records], None],
    says: list[str],
    records: Records,
    tmp_path: Path,
    koryu: Koryu,
) -> None:
    damage(records)
    path = tmp_path / "damaged.json"
    path.write_text(json.dumps(records, ensure_ascii=False), "utf-8")

    result = koryu("--data", str(path), "list", "--json")

    assert (result.code, result.out) == (3, "")
    assert str(path) in result.err
    assert [part for part in says if part not in result.err] == []


@pytest.mark.parametrize("name", DAMAGES)
def test_ndjson_reports_the_same_problems_as_an_array(
    name: str, records: Records, tmp_path: Path
) -> None:
    DAMAGES[name][0](records)
    array, lines = tmp_path / "damaged.json", tmp_path / "damaged.ndjson"
    texts = [json.dumps(record, ensure_ascii=False) for record in records]
    array.write_text("[" + ",\n".join(texts) + "]", "utf-8")
    lines.write_text("\n".join(texts), "utf-8")

    found = []
    for path in (array, lines):
        with pytest.raises(problems.InvalidDataError) as caught:
            reading.read(str(path))
        found.append(caught.value.problems)

    assert found[0] == found[1] != []


def test_all_problems_are_reported_at_once(records: Records, tmp_path: Path, koryu: Koryu) -> None:
    put("0.page", 0)(records)
    put("9.japan.0.code", "024113")(records)
    put("9.overseas.0.country", "XX")(records)
    put("24.contacts.0.phone", "電話")(records)
    path = tmp_path / "damaged.json"
    path.write_text(json.dumps(records), "utf-8")

    result = koryu("--data", str(path), "list")

    assert result.code == 3
    lines = result.err.splitlines()
    assert "4 件の問題" in lines[0]
    places = [line.partition(":")[0].strip() for line in lines[1:]]
    assert places == [
        "1番 page",
        "10番 japan.0.code",
        "10番 overseas.0.country",
        "25番 contacts.0.phone",
    ]


def test_problems_of_a_record_come_in_the_order_of_its_fields(
    records: Records, koryu: Koryu
) -> None:
    """Those of form and those between fields together."""
    damages = ["page", "kind", "japan.0.code", "overseas.0.body", "date.start", "date.end"]
    for field in [*damages, "contacts.0.phone", "themes.0"]:
        put(f"9.{field}", "外")(records)
    put("9.contacts.0.departments.0", "")(records)
    records[9]["extra"] = records[9]["japan"][0]["extra"] = 1
    del records[9]["japan"][0]["name"]

    lines = koryu("--data", "-", "list", stdin=json.dumps(records)).err.splitlines()[1:]

    assert [line.strip().partition(":")[0].removeprefix("10番 ") for line in lines] == [
        "kind",
        "page",
        "japan.0.name",
        "japan.0.code",
        "japan.0.extra",
        "overseas.0.body",
        "date.start",
        "date.end",
        "contacts.0.departments.0",
        "contacts.0.phone",
        "themes.0",
        "extra",
    ]


@pytest.mark.parametrize(
    "phone",
    [
        "0112",
        "011-211-2032（代）内線 12、13",
        "０１１（２１１）２０３２",
        "+81 11 211 2032",
        "4" * 60,
    ],
)
def test_telephone_numbers_as_people_write_them(phone: str, records: Records, koryu: Koryu) -> None:
    put("4.contacts.0.phone", phone)(records)
    result = koryu(
        "--data", "-", "list", "-o", "csv", "--columns", "phone", stdin=json.dumps(records)
    )
    assert phone in result.out


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("japan.0.municipality", None),
        ("japan.0.prefecture", "青盛県"),
        ("overseas.0.country", "XX"),
        ("date.text", "いつか"),
    ],
)
def test_what_depends_on_a_faulty_field_is_not_held_against_it(
    field: str, value: object, records: Records, koryu: Koryu
) -> None:
    put(f"9.{field}", value)(records)
    result = koryu("--data", "-", "list", stdin=json.dumps(records))
    assert [line.split()[1].rstrip(":") for line in result.err.splitlines()[1:]] == [field]


def test_message_names_every_problem_however_many(records: Records, koryu: Koryu) -> None:
    for record in records:
        record["page"] = 0

    lines = koryu("--data", "-", "list", stdin=json.dumps(records)).err.splitlines()

    assert "25 件の問題" in lines[0]
    assert [line.strip().partition(":")[0] for line in lines[1:]] == [
        f"{number}番 page" for number in range(1, 26)
    ]


WHOLE = DATA.read_bytes()
BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "データが空です"),
    "blank": (b" \n\t\n", "データが空です"),
    "truncated": (WHOLE[: len(WHOLE) // 2], "途中で終わっています"),
    "truncated-before-the-last-bracket": (WHOLE.rstrip()[:-1], "途中で終わっています"),
    "not-json": (b"one,two\n1,x\n", "1 行目は A = one、B = two"),
    "html": (b"<!doctype html><p>", "ウェブページ（HTML）"),
    "bare-text": ("協定".encode(), "1 行目"),
    "single-quotes": (b"[{'id': 1}]", '" で囲まれていません'),
    "trailing-comma": (WHOLE.rstrip()[:-1] + b",]", "余分なコンマ"),
    "two-documents": (WHOLE + WHOLE, "余分な文字"),
    "shift-jis": (WHOLE.decode().replace("\ufeff", "").encode("cp932", "replace"), "UTF-8"),
    "utf-16": (WHOLE.decode().encode("utf-16"), "見出し"),
    "nul": (b"[\0]", "テキストでないデータ"),
    "lone-surrogate": (b'[{"title": "\\ud800"}]', "正しくない文字"),
    "raw-control-character": (b'[{"title": "\x01"}]', "制御文字"),
    "deeply-nested": (b"[" * 100_000, "入れ子が深すぎます"),
    "number": (b"17", "見出し"),
    "huge-number": (b'[{"id": ' + b"9" * 5000 + b"}]", "桁の多すぎる数"),
}


@pytest.mark.parametrize(("data", "says"), BROKEN.values(), ids=BROKEN)
def test_file_that_is_no_catalogue_is_refused_in_one_sentence(
    data: bytes, says: str, tmp_path: Path, koryu: Koryu
) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(data)

    result = koryu("--data", str(path), "list")

    assert (result.code, result.out) == (3, "")
    assert says in result.err
    assert "Traceback" not in result.err


def test_missing_file(koryu: Koryu, tmp_path: Path) -> None:
    result = koryu("--data", str(tmp_path / "none.json"), "list")
    assert (result.code, result.out) == (3, "")
    assert result.err == f"koryu: データファイルが見つかりません: {tmp_path}/none.json\n"


def test_directory(koryu: Koryu, tmp_path: Path) -> None:
    result = koryu("--data", str(tmp_path), "list")
    assert (result.code, result.out) == (3, "")
    assert "ディレクトリです" in result.err


def test_order_of_the_file_does_not_matter(records: Records, tmp_path: Path) -> None:
    shuffled = [*records[10:], *reversed(records[:10])]
    path = tmp_path / "shuffled.json"
    path.write_text(json.dumps(shuffled), "utf-8")

    assert reading.read(str(path)) == reading.read()


def test_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE)
    assert len(reading.read(str(path))) == 25


def test_empty_array_is_a_catalogue_without_records(tmp_path: Path, koryu: Koryu) -> None:
    path = tmp_path / "empty.json"
    path.write_text("[]")
    assert koryu("--data", str(path), "list", "--json") == (0, "[]\n", "")


def test_data_error_is_of_the_family() -> None:
    with pytest.raises(DataError):
        reading.read("/")


@pytest.mark.parametrize(
    ("faults", "says"), [(2, "2 件の問題"), (3, "3 件以上の問題"), (4, "3 件以上の問題")]
)
def test_a_file_is_looked_at_up_to_a_number_of_problems(
    faults: int, says: str, records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for record in records[:faults]:
        record["page"] = 0
    path = tmp_path / "damaged.json"
    path.write_text(json.dumps(records), "utf-8")
    monkeypatch.setattr(problems, "MOST_PROBLEMS", 3)
    with pytest.raises(problems.InvalidDataError, match=says):
        reading.read(str(path))
