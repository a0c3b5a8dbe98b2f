"""The error of an expression that is not a date."""

from koryu_cli.errors import UsageError
from koryu_cli.language import _

_LONGEST_QUOTE = 40


class DateError(UsageError, ValueError):
    """An expression that cannot be read as a date.

    Attributes:
        expression: the text that was to be read, as it was given.
        start: where in `expression` the part begins that was not understood.
        end: where it ends (exclusive).
        reason: what is wrong, a clause in the language of messages.
        suggestion: what was probably meant, or None.
    """

    def __init__(
        self, expression: str, start: int, end: int, reason: str, suggestion: str | None = None
    ) -> None:
        self.expression = expression
        self.start = start
        self.end = end
        self.suggestion = suggestion
        self.reason = reason
        part = expression[start:end]
        text = quote(expression)
        if part in ("", expression):
            message = _("「{text}」を日付として読めません: {reason}", text=text, reason=reason)
        else:
            message = _(
                "「{text}」を日付として読めません（{place}文字目の「{part}」）: {reason}",
                text=text,
                place=start + 1,
                part=quote(part),
                reason=reason,
            )
        if suggestion:
            message = _("{error}。もしかして: {meant}", error=message, meant=suggestion)
        super().__init__(message)


class Fault(Exception):  # noqa: N818 -- not an error before it has its place in the text
    """What the grammar found wrong, by the numbers of the first and last tokens concerned.

    `reason` says it, in the language of messages; `kind` names the faults for which a
    suggestion can be sought.
    """

    def __init__(
        self, first: int, last: int, reason: str, *, suggestion: str | None = None, kind: str = ""
    ) -> None:
        super().__init__(reason)
        self.first = first
        self.last = last
        self.reason = reason
        self.suggestion = suggestion
        self.kind = kind


def quote(text: str) -> str:
    """Return a text for a message, shortened if it is long."""
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
