"""Agreements by their numbers."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from koryu_cli.catalogue.selection import Selection
from koryu_cli.errors import NotFoundError, UsageError
from koryu_cli.language import _

NUMBER_OR_RANGE = re.compile(r"(\d{1,9})(?:[-~～〜–](\d{1,9}))?")


def by_number(agreements: Selection, words: Iterable[str]) -> Selection:
    """Return the agreements that `words` name, in the order asked for, each once.

    Args:
        agreements: the whole catalogue, by number.
        words: numbers (`17`) and ranges (`3-5`: those that exist between them), in any width.

    Raises:
        UsageError: a word that is no number and no range.
        NotFoundError: a number that no agreement has, or a range without any.
    """
    ids = agreements.ids
    chosen: dict[int, None] = {}
    for word in words:
        first, last = _bounds(word)
        found = ids[bisect_left(ids, first) : bisect_right(ids, last)]
        if not found:
            raise NotFoundError(_no_such(word, ids))
        chosen.update(dict.fromkeys(found))
    return agreements.only(chosen)


def _bounds(word: str) -> tuple[int, int]:
    match = NUMBER_OR_RANGE.fullmatch(unicodedata.normalize("NFKC", word).strip())
    if not match:
        raise UsageError(_("「{word}」は番号ではありません。例: 17、3-5", word=word))
    first, last = int(match[1]), int(match[2] or match[1])
    if last < first:
        raise UsageError(
            _(
                "範囲「{word}」の終わりが始まりより前です。例: {last}-{first}",
                word=word,
                last=last,
                first=first,
            )
        )
    return first, last


def _no_such(word: str, ids: Sequence[int]) -> str:
    if not ids:
        return _("「{word}」番の協定はありません。", word=word)
    return _(
        "「{word}」番の協定はありません。番号は {first} から {last} までです。",
        word=word,
        first=ids[0],
        last=ids[-1],
    )
