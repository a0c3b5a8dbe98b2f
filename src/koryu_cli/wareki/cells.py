"""Reading the cell of a table: one date with words around it, or none."""

import re
from unicodedata import normalize

from koryu_cli.language import _
from koryu_cli.wareki.errors import DateError
from koryu_cli.wareki.finding import Mention, find
from koryu_cli.wareki.parsing import parse
from koryu_cli.wareki.spans import Span

_NO_DATE = re.compile(
    r"""[\W_ー]* (?: (?:提携|締結|調印)?(?:年?月?日)?(?:は|が|の)?
        (?: 不明 | 不詳 | 未詳 | 未定 | 未締結 | (?:記載|記録|該当|資料)?(?:なし|無し|無) )
        | unknown | none | null | n/?a )? [\W_ー]*""",
    re.VERBOSE | re.IGNORECASE,
)
_PART_OF_A_DATE = re.compile(
    r"[0-9〇一二三四五六七八九十元]\s*(?:[年月日./-]|\Z) | \A\s*[./-]?\s*[0-9]", re.VERBOSE
)


def parse_cell(text: str) -> Span | None:
    """Read the date of a cell, with words around it: 平成26年6月1日現在, H9.12.12友好都市提携.

    Args:
        text: what stands in the cell, in any width.

    Returns:
        The days, as `parse` returns them; the notice of the span says what was passed over. None
        where the cell holds no date and says so: blank, －, なし, 不明.

    Raises:
        DateError: there is no date in it, or a part of one that is not understood, or several.
    """
    if _NO_DATE.fullmatch(normalize("NFKC", text)):
        return None
    try:
        return parse(text)
    except DateError as error:
        mentions = list(find(text))
        if not mentions:
            raise
        if len(mentions) > 1:
            raise _several(text, mentions) from None
        mention = mentions[0]
        around = (text[: mention.start], text[mention.end :])
        if any(map(_PART_OF_A_DATE.search, (normalize("NFKC", part) for part in around))):
            raise error from None
    notice = _("「{text}」のうち「{date}」だけを日付として読みました", text=text, date=mention.text)
    return mention.span._replace(notice=mention.span.notice or notice)


def _several(text: str, mentions: list[Mention]) -> DateError:
    dates = "、".join(f"「{mention.text}」" for mention in mentions)
    return DateError(text, 0, len(text), _("日付がいくつもあります（{dates}）", dates=dates))
