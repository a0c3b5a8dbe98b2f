"""One side of an agreement, as the cells of a ledger's row give it."""

import re
from typing import Any, NamedTuple

from koryu_cli.ledger.remarks import BRACKETED


class Problem(NamedTuple):
    """A value that could not be understood.

    `field` is the key of the cell that it stands in (`japan`, `prefecture`, `overseas`, `country`,
    `division`), `message` a whole sentence that says what was wrong and what would work.
    """

    field: str
    message: str


class Side(NamedTuple):
    """The governments of one side of an agreement, and what else its cells say.

    Attributes:
        governments: entries of the record's `japan` or `overseas`, with all their fields. Empty
            only where the cells name no such side at all, and `problems` says why.
        problems: what could not be understood; the text is kept in `body` or `name`.
        notices: whole sentences for the user about what was understood.
        dates: the texts of dates that stood beside the names.
        words: what else stood beside them: what the parties call each other, remarks.
    """

    governments: list[dict[str, Any]]
    problems: list[Problem]
    notices: list[str]
    dates: list[str]
    words: list[str]


_CITIES = (
    "香港|張家港|連雲港|防城港|貴港|塩城|鹽城|宣城|運城|聊城|晋城|諸城|韓城|項城|鄒城|麻城|海城|鳳城|基督城"
    "|アムステルダム|ロッテルダム|ポツダム|エダム|ザーンダム"
)
"""Cities whose names end as those of ports, castles and dams do."""
_ENGLISH_CITIES = (
    "port of spain|state college"
    "|(?:coffs|bar|gig|oak|benton|sag|egg|safety|friday|vero|palm) harbou?r"
)
BODY = re.compile(
    rf"^(?!.*(?:{_CITIES})$).+(?:港|港湾|港務局|大学|大学院|学校|学園|高校|中学|会|会議所|"
    r"病院|動物園|植物園|水族館|公園|博物館|美術館|図書館|記念館|劇場|研究所|研究院|機構|センター|プラザ|"
    r"上院|下院|議院|連合|連盟|組合|公社|公団|財団|会社|銀行|局|部|課|室|館|警察|ダム|温泉|スキー場|城|駅"
    r"|(?:務|投資|建設|農業|環境|保健|教育|運輸|交通|エネルギー|労働|産業|貿易|通信|科学|文化|観光|開発)省)$"
    r"|^(?:公益|一般)?[財社]団法人"
    rf"|^(?!(?:{_ENGLISH_CITIES})$)(?:(?:port|university|college|institute|ministry) of "
    r"|.* (?:port|airport|university|college|school|council|association|hospital|zoo|museum"
    r"|library|institute|authority|harbou?r)$)",
    re.IGNORECASE,
)
"""The names of what is no government: ports, universities, assemblies and the like."""


HIDDEN = "\0"


def split_outside_brackets(separators: str, text: str) -> list[str]:
    """Return the parts of a text between separators, blank ones left out.

    Args:
        separators: a pattern of what stands between two parts.
        text: the text; what stands in brackets is not parted, and is a run of `HIDDEN` characters
            for the pattern.
    """
    hidden = BRACKETED.sub(lambda found: HIDDEN * len(found[0]), text)
    cuts = [
        0,
        *(end for found in re.finditer(separators, hidden) for end in found.span()),
        len(text),
    ]
    parts = [text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return [part for part in parts if part.strip()]
