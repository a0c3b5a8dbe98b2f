"""The two sides of the agreement, or agreements, of a row."""

import re
from functools import lru_cache
from itertools import chain, islice
from unicodedata import normalize

from koryu_cli.language import _
from koryu_cli.ledger import own
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.drafts import Draft
from koryu_cli.ledger.findings import Finding
from koryu_cli.ledger.in_order import Place, places_in
from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.overseas import overseas_sides
from koryu_cli.ledger.remarks import RELATION
from koryu_cli.ledger.sides import Side
from koryu_cli.places import prefectures
from koryu_cli.places.municipalities import by_code
from koryu_cli.text import listed

_BOTH_SIDES = re.compile(r"\s*[:：⇔↔×]\s*|\s+[-－–—―]\s+")
_PERHAPS_BOTH_SIDES = (
    re.compile("と"),
    re.compile(r"(?:\s*[―—–−〜～・／/＝=＆&、，]\s*|\s+)(?=.*(?:[市州省県郡区道町村港島]|[)）])$)"),
)
"""What may part two sides: と before anything, marks and blanks before what may be overseas."""
_MOST_JOINTS = 4
"""How many of these may part the sides of a text, so that a long one is soon given up."""
_MOST_HEADINGS = 10
"""How many columns are named of which one may be that of the overseas side."""
_COLUMNS = {"division": "divisions"}
"""The fields of cells that sides call otherwise."""

# Ledgers name the same parties again and again.
_japanese = lru_cache(maxsize=2**12)(japanese_side)
_overseas = lru_cache(maxsize=2**12)(overseas_sides)


def sides_of(draft: Draft) -> tuple[Side, list[Side]]:
    """Return the Japanese side of a row, and the overseas side of each agreement in it.

    Without one of them the row is left out.
    """
    if draft.columns.are_own:
        japan, overseas = own.japan_of(draft), [own.overseas_of(draft)]
    else:
        _part_sides(draft)
        japan, overseas = _japan_of(draft), _overseas_of(draft)
    _note(draft, "japan", japan)
    if not japan.governments and not japan.problems:
        draft.leave_out("japan", _missing_japan(draft.columns))
    for side in overseas:
        _note(draft, "overseas", side)
        if not side.governments and not side.problems:
            _leave_out_without_overseas(draft)
    _check_codes(draft, japan)
    _note_other_partners(draft)
    return japan, overseas


def _missing_japan(columns: Columns) -> str:
    if "japan" in columns.fields:
        return _("日本側がありません。セルを埋めるか --set 日本側=… で補ってください。")
    return _(
        "日本側がありません。--map 日本側=見出し で列を指定するか、"
        "--set 日本側=… で補ってください。"
    )


def _missing_overseas(columns: Columns) -> str:
    if others := [*columns.other.values()][:_MOST_HEADINGS]:
        return _(
            "日本側と海外側を一つずつ「:」で分けて書くか、"
            "海外側の列（{headings}）を --map 海外側=見出し で指定してください。",
            headings=listed(others),
        )
    return _(
        "日本側と海外側を一つずつ「:」で分けて書くか、"
        "海外側の列を --map 海外側=見出し で指定してください。"
    )


def _leave_out_without_overseas(draft: Draft) -> None:
    """Say that a row names no partner, unless the cell for both sides is said to name none."""
    if "overseas" in draft.columns.fields:
        draft.leave_out("overseas", _("海外側の名がありません。"))
    elif "japan" not in draft.columns.fields:
        message = _("海外側の名がありません。--map 海外側=見出し で列を指定してください。")
        draft.leave_out("overseas", message)


def _part_sides(draft: Draft) -> None:
    """Part a cell that names both sides, where one column is for both: 群馬県:高雄市."""
    fields = draft.columns.fields
    if "japan" not in fields or fields.get("overseas", fields["japan"]) != fields["japan"]:
        return
    if sides := _both_sides(draft.text("japan")):
        draft.texts["japan"], draft.texts["overseas"] = sides
    elif "overseas" not in draft.values:
        draft.leave_out("japan", _missing_overseas(draft.columns))


def _both_sides(text: str) -> tuple[str, str] | None:
    """Return the Japanese side and the other one of a text that names both, else None.

    と and the like part them (山梨県と高雄市) where a Japanese government stands before them, or
    what begins as a prefecture, and none behind them.
    """
    sides = _BOTH_SIDES.split(text)
    if len(sides) == 2 and all(sides):
        return sides[0], sides[1]
    joints = chain(*(islice(each.finditer(text), _MOST_JOINTS) for each in _PERHAPS_BOTH_SIDES))
    parted = [(text[: each.start()].strip(), text[each.end() :].strip()) for each in joints]
    likely = [(one, other) for one, other in parted if one and other and not _is_in_japan(other)]
    for japan, overseas in likely:
        if _is_in_japan(japan):
            return japan, overseas
    return next((sides for sides in likely if sides[0].startswith(prefectures.names())), None)


def _is_in_japan(text: str) -> bool:
    return not _japanese(text, explained=False).problems


def _japan_of(draft: Draft) -> Side:
    text, prefecture = draft.text("japan"), draft.text("prefecture")
    if not text and not prefecture and (known := by_code(draft.text("code").zfill(6))):
        text = known.full_name
    side = _japanese(text, prefecture, explained=draft.explained)
    if (
        "japan" in draft.entry.inherited
        and "prefecture" not in draft.entry.inherited
        and prefecture
    ):
        message = _("空のセルなので、上の行の「{text}」としました。", text=text)
        heading = draft.columns.heading("japan")
        draft.notices.append(Finding(draft.entry.row.number, heading, "", message))
    if text and "prefecture" in draft.entry.inherited:
        # A name that says where it lies need not lie where the rows above do.
        alone = _japanese(text, explained=False)
        side = side if alone.problems else alone
    return side


def _overseas_of(draft: Draft) -> list[Side]:
    """Return the overseas side of each agreement.

    Where the cells of a row are not understood as those of one, they may hold several in order.
    """
    country = draft.text("country") if "country" in draft.entry.texts else ""
    cells = Place(draft.text("overseas"), country, draft.text("divisions"))
    sides = _sides_in(draft, cells)
    if not any(side.problems for side in sides):
        return sides
    places = places_in(cells, draft.text("date"))
    in_order = [side for place in places for side in _sides_in(draft, place)]
    return sides if any(side.problems for side in in_order) else in_order or sides


def _sides_in(draft: Draft, place: Place) -> list[Side]:
    default = draft.values.get("country") or draft.columns.country
    section = draft.entry.section
    has_own_state = re.search("[州省道](?![市郡区])", place.name) is not None
    return _overseas(
        place.name,
        country=place.country,
        division=place.division or ("" if has_own_state else section.state),
        default_country=default or section.country,
        explained=draft.explained,
    )


def relation_of(draft: Draft, *sides: Side) -> str | None:
    """Return what the parties call each other: its own cell, else words beside their names.

    Other words beside a name stay in the cell, which is kept as it is written.
    """
    relation, country = draft.text("relation") or None, draft.text("country")
    for key, side in zip(("japan", "overseas"), sides, strict=True):
        for word in side.words:
            if relation is None and RELATION.fullmatch(word):
                relation = word
            elif word not in (relation or "", country):
                is_beside_country = word in country and word not in draft.text(key)
                draft.keep("country" if is_beside_country else key)
    return relation


def _note(draft: Draft, key: str, side: Side) -> None:
    """Add to a draft what there is to say of a side.

    What its own cell says stays in the side; other cells are kept as they are written.
    """
    for problem in side.problems:
        field = _COLUMNS.get(problem.field, problem.field)
        if not side.governments:
            draft.leave_out(field, problem.message)
            continue
        draft.problems.append(draft.finding(field, problem.message))
        if field != key:
            draft.keep(field)
    draft.notices.extend(draft.finding(key, notice) for notice in side.notices)


def _note_other_partners(draft: Draft) -> None:
    """Say that a row names partners in further columns, which are in no record."""
    row = draft.entry.row
    for index in draft.entry.unclear:
        message = _("この行には提携先がもう一つあります。1 行に 1 つ書いてください。")
        heading = draft.columns.headings[index]
        draft.problems.append(Finding(row.number, heading, row.cell(index), message))


def _check_codes(draft: Draft, side: Side) -> None:
    """Hold the codes in a cell against the governments; Excel takes away zeros before them."""
    cell = draft.text("code")
    if not cell:
        return
    codes = {each["code"]: each["name"] for each in side.governments if each["code"]}
    given = re.split(r"\s*[、,;\n]\s*", normalize("NFKC", cell))
    if [code.zfill(6) for code in given] == list(codes):
        return
    if [code.zfill(5) for code in given] == [code[:5] for code in codes]:
        return  # without the check digit, as in JIS X 0402
    draft.keep("code")
    if codes:
        right = listed(f"{name} {code}" for code, name in codes.items())
        message = _("コードが自治体と合いません。正しいコード: {codes}", codes=right)
        draft.problems.append(draft.finding("code", message))
