"""What stands beside a name in a cell: marks, dates, words in brackets and after arrows."""

import re
from functools import lru_cache
from typing import NamedTuple

from koryu_cli import wareki

_LIST_MARKS = r"\u2460-\u24ff\u2776-\u2793●○◯◎◉■□◆◇★☆※▲△▼▽▶►◀・•◦‣*＊†‡✓✔"
_NUMBERED = r"[(（]?[0-9０-９]{1,3}(?:[)）.．](?![0-9０-９])|\s+(?=[ァ-ヶ一-鿿]))"
_INVISIBLE = r"\s\u00ad\u200b\u2060\ufeff"
_BEFORE = re.compile(rf"(?:[{_INVISIBLE}{_LIST_MARKS}→⇒]|[-–—]\s|{_NUMBERED}\s*)+")
_AFTER = re.compile(
    rf"(?:[{_INVISIBLE}{_LIST_MARKS}→⇒、,，;；]|\[[^\]]{{0,4}}[0-9]+\]"
    "|(?<=[*＊※†])[0-9０-９]{1,2}|注[0-9０-９]+|[(（][※*＊†‡][0-9０-９]{0,2}[)）])+$"
)
_QUOTED = re.compile(r"[「『“]([^「」『』“”]+)[」』”]")
_FOOTNOTE = re.compile("[※注*＊†]*[0-9０-９]{0,2}[)）]?")
_YEAR_BEHIND = re.compile(r"(?<=[^\W\d])(?:18|19|20)[0-9]{2}$")
_LABEL = re.compile(r"^\W*(?:締結|提携|調印|署名|結好|締盟)日?\W*$")
_NO_BEGINNING = re.compile(
    "解消|終了|休止|停止|中止|中断|凍結|廃止|失効|満了|合併|改称|再(?:締結|提携|調印|確認)|更新|まで"
)
_NOTICE_TO_READ_ON = re.compile(r"【[^】]*(?:詳細|⇒|→|[★☆])[^】]*】")
_ARROW = re.compile(r"\s*[→⇒➡※]\s*")
_OPENING, _CLOSING = "(（〔［[【〈《「‹＜", ")）〕］]】〉》」›＞"
_NUMERAL = re.compile("[0-9０-９]|[元〇一二三四五六七八九十]年")
_NO_BRACKETS = f"[^{re.escape(_OPENING + _CLOSING)}]*+"
_INNER = f"[{re.escape(_OPENING)}]{_NO_BRACKETS}[{re.escape(_CLOSING)}]"
BRACKETED = re.compile(
    r"(?!(?<=\w)\[[^\]]{1,4}\]\w)"  # 頭[イ分]市: the parts of a character that no code page holds
    f"[{re.escape(_OPENING)}]({_NO_BRACKETS}(?:{_INNER}{_NO_BRACKETS})*+)[{re.escape(_CLOSING)}]"
)
"""What stands in brackets, and may have others in it: （昭和37（1962）年2月12日提携）."""
RELATION = re.compile(
    r"(?:国際)?(?:姉妹|友好|親善|兄弟|パートナー|交流|提携|協力|観光|経済|文化|教育|技術|連携|盟約)+"
    r"(?:・(?:姉妹|友好|親善|交流))?"
    r"(?:都市|シティ|自治体|州|(?<![育化済光術])省|県|市|区|町|村|島|港|港湾|地域|関係|提携|協定|協力|交流|盟約|締結|覚書|宣言)*"
)
"""What partners call each other, or what they have signed: 姉妹都市, 友好交流協定, 姉妹港."""


class Remarks(NamedTuple):
    """What stood beside a name: `dates` as they are written, and other `words`."""

    dates: list[str]
    words: list[str]

    def note(self, text: str) -> None:
        """Add a text as a date or as a word; a mark of a footnote, or 提携 alone, is neither."""
        if _FOOTNOTE.fullmatch(text) or _LABEL.match(text):
            return
        (self.dates if is_date(text) else self.words).append(text)


@lru_cache(maxsize=2**12)
def without_marks(text: str) -> str:
    """Return a text without the marks of lists, footnotes and links around it: ①, ●, 【★詳細⇒】.

    Quotation marks around all of it are left out, too.
    """
    text = _NOTICE_TO_READ_ON.sub("", text)
    text = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
    text = _AFTER.sub("", text).strip()
    quoted = _QUOTED.fullmatch(text)
    return quoted[1] if quoted else text


def part_at_arrow(text: str, remarks: Remarks) -> str:
    """Return what stands before an arrow or ※; what follows it is added to the remarks."""
    name, *rest = _ARROW.split(text)
    remarks.words.extend(filter(None, rest))
    return name


def is_date(text: str) -> bool:
    """Tell whether a text is a date and nothing else."""
    if not _NUMERAL.search(text):
        return False
    try:
        wareki.parse(text)
    except wareki.DateError:
        return False
    return True


def is_no_beginning(text: str) -> bool:
    """Tell whether a text speaks of how an agreement ended or changed, not of when it was made."""
    return _NO_BEGINNING.search(text) is not None


def take_dates(text: str, remarks: Remarks, instead: str = "") -> str:
    """Return a text with something else instead of the dates, which are added to the remarks."""
    if is_date(text):
        remarks.dates.append(text.strip())
        return ""
    if not re.search(r"[0-9０-９元]", text) or is_no_beginning(text):
        return text
    rest, end = "", 0
    for mention in wareki.find(text):
        rest += text[end : mention.start] + instead
        end = mention.end
        remarks.dates.append(mention.text)
    rest += text[end:]
    if not end and (year := _YEAR_BEHIND.search(rest)):
        remarks.dates.append(year[0])
        rest = rest[: year.start()]
    return _LABEL.sub("", rest) if len(rest) < len(text) else rest
