"""The closed vocabularies of a record: kinds of instrument and themes (分野)."""

from typing import Literal, get_args

Kind = Literal["協定", "覚書", "協議書", "合意書", "意向書", "議定書", "同意書", "その他"]
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
