"""Agreements by their numbers."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from koryu_cli.errors import NotFoundError, UsageError
from koryu_cli.models import Agreement

NUMBER_OR_RANGE = re.compile(r"(\d{1,9})(?:[-~～〜–](\d{1,9}))?")


def by_number(agreements: Sequence[Agreement], words: Iterable[str]) -> list[Agreement]:
    """Return the agreements that `words` name, in the order asked for, each once.

    Args:
        agreements: the whole catalogue.
        words: numbers (`17`) and ranges (`3-5`: those that exist between them), in any width.

    Raises:
        UsageError: a word that is no number and no range.
        NotFoundError: a number that no agreement has, or a range without any.
    """
    chosen: dict[int, Agreement] = {}
    for word in words:
        first, last = _bounds(word)
        found = [agreement for agreement in agreements if first <= agreement.id <= last]
        if not found:
            numbers = [agreement.id for agreement in agreements]
            known = f"番号は {min(numbers)} から {max(numbers)} までです。" if numbers else ""
            raise NotFoundError(f"「{word}」番の協定はありません。{known}")
        chosen.update((agreement.id, agreement) for agreement in found)
    return list(chosen.values())


def _bounds(word: str) -> tuple[int, int]:
    match = NUMBER_OR_RANGE.fullmatch(unicodedata.normalize("NFKC", word).strip())
    if not match:
        raise UsageError(f"「{word}」は番号ではありません。例: 17、3-5")
    first, last = int(match[1]), int(match[2] or match[1])
    if last < first:
        raise UsageError(f"範囲「{word}」の終わりが始まりより前です。例: {last}-{first}")
    return first, last
