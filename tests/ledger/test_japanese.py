"""Cells of the Japanese side: what becomes of each."""

import pytest

from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.sides import Side

# The cell, the cell of the prefecture's column, and the name and code of each government.
UNDERSTOOD: dict[str, tuple[str, str, list[tuple[str, str | None]]]] = {
    "a city": ("札幌市", "", [("北海道札幌市", "011002")]),
    "a prefecture": ("福島県", "", [("福島県", "070009")]),
    "a prefecture in old kanji": ("福島縣", "", [("福島県", "070009")]),
    "a city with its prefecture": ("北海道札幌市", "", [("北海道札幌市", "011002")]),
    "a prefecture and a blank": ("北海道 札幌市", "", [("北海道札幌市", "011002")]),
    "a county is kept": ("下北郡大間町", "", [("青森県下北郡大間町", "024236")]),
    "a county in brackets": ("大間町(下北郡)", "", [("青森県下北郡大間町", "024236")]),
    "a prefecture in brackets": ("池田町（北海道）", "", [("北海道池田町", "016446")]),
    "a prefecture's column": ("池田町", "北海道", [("北海道池田町", "016446")]),
    "a prefecture's column with a mark": ("池田町", "●北海道", [("北海道池田町", "016446")]),
    "a prefecture's column without 県": ("府中市", "広島", [("広島県府中市", "342084")]),
    "the column alone": ("", "福岡県", [("福岡県", "400009")]),
    "only 県, beside the column": ("県", "福島県", [("福島県", "070009")]),
    "the prefecture in both": ("北海道", "北海道", [("北海道", "010006")]),
    "a special ward": ("港区", "東京都", [("東京都港区", "131032")]),
    "a ward of a designated city": ("横浜市中区", "", [("神奈川県横浜市中区", "141046")]),
    "old kanji": ("新潟縣三條市", "", [("新潟県三条市", "152048")]),
    "a number in a circle": ("①蕨市", "", [("埼玉県蕨市", "112232")]),
    "a number of a list": ("1. 横浜市", "", [("神奈川県横浜市", "141003")]),
    "a number of a footnote": ("横浜市[注 1]", "", [("神奈川県横浜市", "141003")]),
    "a year and an advice to read on": (
        "釧路市(1965)【★詳細⇒】",
        "●北海道",
        [("北海道釧路市", "012068")],
    ),
    "a year behind the name": ("京都市1965年", "", [("京都府京都市", "261009")]),
    "the reading in brackets": (
        "六ヶ所村（ろっかしょむら）",
        "",
        [("青森県六ヶ所村", "024112")],
    ),
    "a town that became part of it": ("白山市(旧白峰村)", "", [("石川県白山市", "172103")]),
    "its office": ("札幌市役所", "", [("北海道札幌市", "011002")]),
    "what partners call each other": ("横浜市→姉妹都市", "", [("神奈川県横浜市", "141003")]),
    "a village of old": ("旧白峰村", "", [("石川県白峰村", "173495")]),
    "a prefecture and a city": (
        "熊本県・熊本市",
        "",
        [("熊本県", "430005"), ("熊本県熊本市", "431001")],
    ),
    "two with 、": (
        "札幌市、横浜市",
        "",
        [("北海道札幌市", "011002"), ("神奈川県横浜市", "141003")],
    ),
    "two with 及び": (
        "札幌市及び横浜市",
        "",
        [("北海道札幌市", "011002"), ("神奈川県横浜市", "141003")],
    ),
    "two with と": (
        "札幌市と横浜市",
        "",
        [("北海道札幌市", "011002"), ("神奈川県横浜市", "141003")],
    ),
    "two with a blank": (
        "札幌市 函館市",
        "",
        [("北海道札幌市", "011002"), ("北海道函館市", "012025")],
    ),
    "a prefecture holds for the next": (
        "東京都府中市・大島町",
        "",
        [("東京都府中市", "132063"), ("東京都大島町", "133612")],
    ),
    "a port": ("横浜港", "", [("横浜港", None)]),
    "a port with its prefecture": ("水島港(岡山県)", "", [("岡山県水島港", None)]),
    "a port behind its prefecture": ("岡山県水島港", "", [("岡山県水島港", None)]),
    "two ports": ("横浜港・川崎港", "", [("横浜港", None), ("川崎港", None)]),
    "an assembly": ("札幌市議会", "", [("札幌市議会", None)]),
}


def _names(side: Side) -> list[tuple[str, str | None]]:
    return [(each["name"], each["code"]) for each in side.governments]


@pytest.mark.parametrize(
    ("cell", "prefecture", "governments"), UNDERSTOOD.values(), ids=UNDERSTOOD.keys()
)
def test_a_cell_that_is_understood(
    cell: str, prefecture: str, governments: list[tuple[str, str | None]]
) -> None:
    side = japanese_side(cell, prefecture)
    assert _names(side) == governments
    assert side.problems == []


NOT_UNDERSTOOD = {
    "in another prefecture": (
        "熊本県阿久根市",
        "熊本県に「阿久根市」はありません。阿久根市があるのは鹿児島県（462063）です。",
    ),
    "a slip": (
        "兵庫県神部市",
        "「兵庫県神部市」という自治体はありません。もしかして: 兵庫県神戸市。",
    ),
    "several": (
        "府中市",
        "「府中市」は一つではありません（東京都府中市、広島県府中市）。都道府県（と郡）を添えてください。",
    ),
    "without 市": ("札幌", "「札幌」という自治体はありません。もしかして: 北海道札幌市。"),
}


@pytest.mark.parametrize(("cell", "message"), NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD.keys())
def test_a_cell_that_is_not_understood_is_kept_as_a_body(cell: str, message: str) -> None:
    side = japanese_side(cell)
    assert side.governments == [
        {
            "name": cell,
            "prefecture": None,
            "municipality": None,
            "code": None,
            "kana": None,
            "body": cell,
        }
    ]
    assert side.problems == [("japan", message)]


def test_blank_cells_name_no_side() -> None:
    assert japanese_side(" ", "") == Side([], [], [], [], [])
