"""Which day is today."""

import os
from datetime import date

from koryu_cli.errors import UsageError
from koryu_cli.language import _

VARIABLE = "KORYU_TODAY"


def today() -> date:
    """Return the day that counts as today: that of KORYU_TODAY (an ISO date), if it is set.

    Raises:
        UsageError: KORYU_TODAY is no date.
    """
    word = os.environ.get(VARIABLE)
    if not word:
        return date.today()
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise UsageError(
            _(
                "環境変数 {variable} の「{word}」は日付ではありません。例: 2027-04-01",
                variable=VARIABLE,
                word=word,
            )
        ) from None
