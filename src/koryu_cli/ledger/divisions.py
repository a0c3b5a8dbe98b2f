"""Administrative divisions in the name of an overseas government, outermost first."""

import re
from collections.abc import Iterable
from functools import lru_cache

from koryu_cli.text import fold

_OUTER = "州|省|県|縣|县|郡|道|府|自治区|地方|地区|共和国|連邦区|大区|特別行政区|圏|管区|領"
_INNER = "市|区|區|県|縣|县|郡|鎮|镇|郷|鄉|乡|町|村|里|街道"
# A division is closed by its last character unless only the kind of another division follows it:
# 浙江省|杭州市, 釜山広域市|海雲台区, but 杭州市 and 光州広域市 are one.
_KIND = (
    "(?:自治|広域|特別|直轄|地級|県級)*(?:[市州省県縣县郡府区區]|[道町村鎮镇郷鄉乡港島湾]$)"
    "|大学|政府|人民政府|庁|議会"
)
_OFFICE = re.compile("(?:領事|大使)館$|代表[部処處]$|弁事処$")
"""The end of the name of an office, in which another country may stand."""
_HAS_OUTER = re.compile(rf"(?:{_OUTER}|市).")
# No division of the outer kinds lies in a city, but 道 and 領 stand in other words: 道里区, 領事館.
_OUTER_PART = re.compile(rf"([^市]+?(?:{_OUTER})(?!事|立))[\s・　]*(?=\S)(?!(?:{_KIND}))")
_CITY_PART = re.compile(rf"(.+?市)[\s　]*(?=.+(?:{_INNER})$)(?![区區府郡]|自治)")
_ENDS_AS_OUTER = re.compile(rf"(?:{_OUTER})$")
_ENDS_AS_DIVISION = re.compile(rf"(?:{_OUTER}|{_INNER}|島|諸島)$")
_KATAKANA = re.compile("[ァ-ヺー・＝=\\s]+")
_LATIN = re.compile("[^\u3040-\u9fff\uac00-\ud7ff]+")


def is_latin(text: str) -> bool:
    """Tell whether a text has Latin letters and neither kana, kanji nor Hangul."""
    return _LATIN.fullmatch(text) is not None and re.search(r"[^\W\d_]", text) is not None


def chain_of(name: str) -> list[str]:
    """Return the divisions that a name is made of, outermost first, the last being its own.

    江原道襄陽郡 is 江原道 and 襄陽郡; "Buckley, Flintshire" is Flintshire and Buckley.
    """
    if is_latin(name):
        return [part.strip() for part in reversed(name.split(",")) if part.strip()]
    if not _HAS_OUTER.search(name) or _OFFICE.search(name):
        return [name.strip()]
    chain: list[str] = []
    rest = name.strip()
    while found := _OUTER_PART.match(rest) or _CITY_PART.match(rest):
        chain.append(found[1].strip())
        rest = rest[found.end() :].strip()
    return [*chain, rest] if rest else chain


def is_chain(parts: list[str]) -> bool:
    """Tell whether each of some names can lie in the one before it: 江蘇省, 蘇州市."""
    outer = [*parts[:-1]]
    return all(
        _ENDS_AS_OUTER.search(part)
        or (part.endswith("市") and re.search(rf"(?:{_INNER})$", below) and below[-1] != "市")
        for part, below in zip(outer, parts[1:], strict=True)
    )


def stand_beside_each_other(names: Iterable[str]) -> bool:
    """Tell whether names are of one kind, so that none lies in another or belongs to it.

    瀋陽市 and 大連市, or Lyon and Nice, but not 西安市 and 陝西省, nor レンヌ市 and ブルターニュ.
    """
    kinds = {_kind(name.strip()) for name in names}
    return len(kinds) == 1 and "" not in kinds


def _kind(name: str) -> str:
    """Return of what kind a name is by its end, or "" where it does not tell."""
    if name.startswith(("旧", "現")) or "の" in name:
        return ""
    if is_latin(name):
        return "latin"
    kinds = ("市 町 村 地区", "州 省 県 道", "区 郡", "港")
    return next((kind for kind in kinds if name.endswith(tuple(kind.split()))), "")


def looks_like_division(text: str) -> bool:
    """Tell whether a text is a division by its last character, or a foreign name in katakana."""
    return _ENDS_AS_DIVISION.search(text) is not None or _KATAKANA.fullmatch(text) is not None


def without_repetition(around: list[str], own: list[str]) -> list[str]:
    """Return divisions, each once: the longer one of ハワイ and ハワイ州.

    Args:
        around: what is named beside a place, outermost first.
        own: what its name is made of, the last being its own, which may have the name of what is
            around it (ケベック州, ケベック).
    """
    if not around and len(own) < 2:
        return own
    kept: dict[str, str] = {}
    for division in [*around, *own[:-1]]:
        stem = _stem(division)
        kept[stem] = max(kept.get(stem, ""), division, key=len)
    for division in own[-1:]:
        if kept.get(_stem(division)) in (_ENDS_AS_OUTER.sub("", division), division):
            del kept[_stem(division)]
    return [*kept.values(), *own[-1:]]


@lru_cache(maxsize=2**12)
def _stem(division: str) -> str:
    return fold(_ENDS_AS_OUTER.sub("", division) or division)
