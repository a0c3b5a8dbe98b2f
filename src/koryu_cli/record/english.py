"""The closed vocabularies of a record in English: kinds of instrument and themes."""

from koryu_cli.language import is_english

TERMS = {
    "協定": "Agreement",
    "覚書": "Memorandum",
    "協議書": "Letter of consultation",
    "合意書": "Letter of agreement",
    "意向書": "Letter of intent",
    "議定書": "Protocol",
    "同意書": "Letter of consent",
    "盟約": "Pledge",
    "宣言": "Declaration",
    "声明": "Statement",
    "確認書": "Letter of confirmation",
    "その他": "Other",
    "ICT": "ICT",
    "経済・産業": "Economy and industry",
    "環境": "Environment",
    "観光": "Tourism",
    "議会交流": "Exchange of assemblies",
    "教育": "Education",
    "首長交流": "Exchange of governors and mayors",
    "上下水道": "Water and sewerage",
    "人材育成": "Human resources development",
    "人事交流": "Staff exchange",
    "政策": "Policy",
    "都市基盤": "Urban infrastructure",
    "文化・スポーツ": "Culture and sports",
    "防災": "Disaster prevention",
}
"""The English of every kind and theme, in the order of `record.vocabulary`."""


def term(word: str) -> str:
    """Return a kind or a theme in the language chosen: 環境, Environment."""
    return TERMS.get(word, word) if is_english() else word
