"""The closed vocabularies of a record: kinds of instrument and themes (分野)."""

from typing import Literal, get_args

from koryu_cli.language import is_english

Kind = Literal[
    "協定",
    "覚書",
    "協議書",
    "合意書",
    "意向書",
    "議定書",
    "同意書",
    "盟約",
    "宣言",
    "声明",
    "確認書",
    "その他",
]
Theme = Literal[
    "ICT",
    "経済・産業",
    "環境",
    "観光",
    "議会交流",
    "教育",
    "首長交流",
    "上下水道",
    "人材育成",
    "人事交流",
    "政策",
    "都市基盤",
    "文化・スポーツ",
    "防災",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
THEMES: tuple[Theme, ...] = get_args(Theme)

_ALSO_WITH_SHO: tuple[Kind, ...] = ("協定", "盟約", "宣言", "声明")
_BY_ENDING: dict[str, Kind] = {
    **{str(kind): kind for kind in KINDS},
    **{f"{kind}書": kind for kind in _ALSO_WITH_SHO},
}
"""The kinds by the two or three characters that a name ends with."""


def kind_of(agreement: str) -> Kind:
    """Return the kind of instrument that the name of an agreement ends with; 協定書 is a 協定."""
    return _BY_ENDING.get(agreement[-2:]) or _BY_ENDING.get(agreement[-3:], "その他")


def shown_term(term: str) -> str:
    """Return a kind or a theme in the language chosen: 環境, Environment."""
    if not is_english():
        return term
    from koryu_cli.record.english import TERMS  # Japanese does without

    return TERMS.get(term, term)
