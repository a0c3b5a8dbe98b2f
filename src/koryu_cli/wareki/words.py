"""The words that dates are made of, and what each of them means."""

from dataclasses import dataclass
from typing import Literal

from koryu_cli.wareki.eras import ERAS, Era
from koryu_cli.wareki.numerals import CHARACTERS, write_numeral

Kind = Literal[
    "number",  # 24, 二十四
    "padded",  # 0645, a Gregorian year of four digits
    "packed",  # 310430, a year of an era with its month and day
    "compact",  # 20120523
    "first",  # 元
    "era",  # 平成, ㍻, Heisei
    "abbreviation",  # 平, H
    "period",  # 時代
    "gregorian",  # 西暦
    "fiscal",  # FY
    "年",
    "年度",
    "年代",
    "月",
    "日",
    "third",  # 上旬
    "part",  # 末, 上半期, 春
    "now",  # 今年, 昨日
    "same",  # 同
    "next",  # 翌
    "month name",  # May
    "ordinal",  # the th of 24th
    "weekday",  # （水）, 水曜日, Wed
    "time",  # 10:54:37, 21時40分
    ".",
    "/",
    "-",
    "・",
    "、",
    "の",
    "(",
    ")",
    "「",
    "」",
    "starting",  # from, since
    "range",  # ～
    "from",  # から
    "since",  # 以降
    "until",  # まで
    "before",  # 以前
    "during",  # の間
    "about",  # 頃
    "count",  # what makes a number of years or days of the 年 or 日 before it: 間, 以上
    "line",  # the end of a line
    "other",
    "end",
]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a date.

    `number` is its value, a weekday from 0 (Monday), or how many units from now a word for now is;
    `name` is the usual form of a part (末), or the unit of a word for now (year).
    """

    kind: Kind
    number: int = 0
    era: Era | None = None
    name: str = ""


MEANINGS: dict[str, Token] = {
    "": Token("end"),
    "元": Token("first", 1),
    "時代": Token("period"),
    "西暦": Token("gregorian"),
    "上旬": Token("third", 1),
    "初旬": Token("third", 1),
    "中旬": Token("third", 11),
    "下旬": Token("third", 21),
    "..": Token("range"),
    "‥": Token("range"),
    "~": Token("range"),
    "から": Token("from"),
    "より": Token("from"),
    "まで": Token("until"),
    "以前": Token("before"),
    "以降": Token("since"),
    "以後": Token("since"),
    "以来": Token("since"),
    "の間": Token("during"),
    "の期間": Token("during"),
    "にかけて": Token("during"),
    "中": Token("during"),
    "正午": Token("time"),
    "Z": Token("time"),
    "頃": Token("about"),
    "ごろ": Token("about"),
    "ころ": Token("about"),
    "前後": Token("about"),
    "同": Token("same"),
    "翌": Token("next", 1),
    "翌々": Token("next", 2),
    "、": Token("、", 1),
    ",": Token("、", 1),
    "ー": Token("-"),
    "と": Token("、"),
    "や": Token("、"),
    "及び": Token("、"),
    "および": Token("、"),
    "\n": Token("line"),
    "度": Token("other", name="度"),  # 2012年（平成24年）度
}
for _word in ("年", "年度", "年代", "月", "日", ".", "/", "-", "・", "の"):
    MEANINGS[_word] = Token(_word)
MEANINGS |= dict.fromkeys("([〔【〈《", Token("(")) | dict.fromkeys(")]〕】〉》", Token(")"))
MEANINGS |= dict.fromkeys("「『", Token("「")) | dict.fromkeys("」』", Token("」"))
for _era in ERAS:
    MEANINGS[_era.name] = MEANINGS[_era.ligature] = Token("era", era=_era)
    for _short in (_era.name[0], _era.letter, _era.letter.lower()):
        MEANINGS[_short] = Token("abbreviation", era=_era)
# The numbers of ordinary dates, so that they need not be computed.
for _number in range(100):
    MEANINGS[f"{_number}"] = MEANINGS[f"{_number:02}"] = Token("number", _number)
    MEANINGS[write_numeral(_number)] = Token("number", _number)
for _number in range(1900, 2100):
    MEANINGS[f"{_number}"] = Token("number", _number)
for _number, _weekday in enumerate("月火水木金土日"):
    MEANINGS[f"{_weekday}曜"] = MEANINGS[f"{_weekday}曜日"] = Token("weekday", _number)
    MEANINGS[chr(ord("㈪") + _number)] = MEANINGS[f"({_weekday})"] = Token("weekday", _number)

# After 年 or 日 these make a length of time or an age of a number that could be a date's.
_COUNTS = (
    *("間", "以上", "以下", "以内", "未満", "余", "程", "ほど", "くらい", "弱", "強", "目", "生"),
    *("毎", "おき", "ごと", "ぶり", "来", "前", "後", "もの", "にわた", "に渡", "にお", "に及"),
)
MEANINGS |= dict.fromkeys(_COUNTS, Token("count"))
# After the end of a range these say that all of it is meant.
_THROUGHOUT = ("にわたって", "にわたり", "に渡って", "に渡り")
MEANINGS |= dict.fromkeys(_THROUGHOUT, Token("count", 1))

# Parts of a year, a month and so on, by their usual form; see `parts`. Those of the second row
# begin many names (後期高齢者, 当初予算), so that in running text they are not read.
_PARTS = {
    "初頭": (("初頭",), ("初め", "はじめ", "始め", "当初", "初期")),
    "前半": (("前半", "上半期"), ("上期", "前期")),
    "半ば": (("半ば", "なかば", "中頃", "中ごろ"), ("中盤",)),
    "後半": (("後半", "下半期"), ("下期", "後期")),
    "末": (("末",), ("終わり", "終り", "おわり", "末期", "暮れ")),
    "末日": (("末日", "晦日", "みそか"), ()),
    "大晦日": (("大晦日", "大みそか"), ()),
    "元日": (("元日", "元旦"), ()),
    "朔日": (("朔日", "ついたち"), ()),
    **{season: ((season,), (f"{season}季", f"{season}期")) for season in "春夏秋冬"},
}
for _name, (_plain, _ambiguous) in _PARTS.items():
    MEANINGS |= dict.fromkeys(_plain, Token("part", 1, name=_name))
    MEANINGS |= dict.fromkeys(_ambiguous, Token("part", name=_name))

_NOW = {
    "day": ("一昨日 おととい", "昨日 きのう", "今日 本日 きょう", "明日 あす", "明後日 あさって"),
    "month": ("先々月", "先月", "今月 当月 本月", "来月", "再来月"),
    "year": ("一昨年 おととし", "昨年 去年", "今年 本年 ことし", "来年 明年", "再来年"),
    "fiscal_year": ("一昨年度", "昨年度 前年度", "今年度 本年度", "来年度 次年度", "再来年度"),
}
for _unit, _rows in _NOW.items():
    for _offset, _row in enumerate(_rows, -2):
        MEANINGS |= dict.fromkeys(_row.split(), Token("now", _offset, name=_unit))

# Words of Latin letters, in small letters.
LATIN: dict[str, Token] = {
    "fy": Token("fiscal"),
    "fiscal": Token("fiscal"),
    "fiscalyear": Token("fiscal"),
    "era": Token("period"),
    **dict.fromkeys(("from", "since"), Token("starting")),
    **dict.fromkeys(("to", "until"), Token("range")),
    **dict.fromkeys(("st", "nd", "rd", "th", "of"), Token("ordinal")),
}
for _era in ERAS:
    LATIN |= dict.fromkeys(_era.readings[1:], Token("era", era=_era))
for _number, _name in enumerate(
    (
        *("january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december"),
    ),
    1,
):
    LATIN[_name] = LATIN[_name[:3]] = Token("month name", _number)
LATIN["sept"] = LATIN["sep"]
for _number, _name in enumerate(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
):
    LATIN |= dict.fromkeys((_name, _name[:3]), Token("weekday", _number))
LATIN |= {"tues": LATIN["tue"], "thur": LATIN["thu"], "thurs": LATIN["thu"]}

_ERA_NAMES = "|".join(rf"{era.name[0]}(?:\ *+{era.name[1]})?" for era in ERAS)
_MINUTES = r":[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
_HOURS = r"\ *時(?![代間期点])(?:半|\ *[0-9]{1,2}\ *分(?:\ *[0-9]{1,2}\ *秒)?)?"
_ZONE = r"Z|[+-][0-9]{2}:?[0-9]{2}|(?:JST|UTC|GMT)(?![A-Za-z])|[AaPp]\.?[Mm](?![A-Za-z])\.?"
_CLOCK = rf"(?:{_MINUTES}|{_HOURS})(?:\ *+(?:{_ZONE}))?"
_QUARTER = r"(?:\ *+・)?\ *+四半期"
# Words that few dates have, each by its first character, so that others pass them by quickly.
_BY_THE_TABLE = sorted(
    (word for word, token in MEANINGS.items() if token.kind in ("part", "now") and len(word) > 1),
    key=len,
    reverse=True,
)
_RARE = rf"""
    {"|".join(_BY_THE_TABLE)}
    | [末春夏秋冬](?!の?まつり)(?=[^一-鿿]|[頃現時以前後同翌明大昭平令]|\Z)
    | [末春夏秋冬](?=[一-鿿]|の?まつり)\S
    | 第\ *+[1-4一二三四]{_QUARTER} | Q\ *+[1-4](?![0-9A-Za-z])
    | 午[前後]\ *+[0-9]{{1,2}}{_CLOCK} | [AaPp][Mm]\ *+[0-9]{{1,2}}{_CLOCK}
    | 時代 | 西\ *+暦 | [上中下初]旬 | から | より(?!前|後|以前|以後) | まで | 以[前降後来]
    | 及び | および | 正午 | 前後 | ごろ | ころ | 翌々 | の期?間
    | にかけて | {"|".join((*_THROUGHOUT, *_COUNTS))}
"""
_FIRST_OF_RARE = "".join(
    sorted(
        {word[0] for word in (*_BY_THE_TABLE, *_COUNTS)}
        | set("末春夏秋冬第Q午AaPp時西上中下初かよま以及お前ごこ翌のに正")
    )
)
# The expression for any word that is not a single character, the most frequent first.
WORDS = rf"""
      [0-9]++(?![:\ 時・四Q]) | [0-9]++(?:{_CLOCK} | {_QUARTER} | \ *+Q(?![0-9A-Za-z]))?
    | 年(?:\ *+[度代](?!表))? | [月日](?!曜) | [/-] | \.\.?+
    | 一昨(?:年度?|日) | 大(?:晦日|みそか) | 明(?:後?日|年)
    | [{CHARACTERS}]++ | {_ERA_NAMES}
    | T(?:(?<=[0-9]T)[0-9]{{1,2}}{_CLOCK} | (?<=[0-9]T)[0-9]{{4,6}}(?![0-9]))
    | \(\ *+[月火水木金土日]\ *+(?:曜日?)?\ *+(?:・?\ *+祝日?)?\ *+\) | [月火水木金土日]曜日?
    | (?=[{_FIRST_OF_RARE}])(?:{_RARE})
    | (?i:fiscal\ *+year) | [A-Za-zŌōŪū]{{2,}}+ | \+[0-9]{{2}}:[0-9]{{2}}(?![0-9])
"""
