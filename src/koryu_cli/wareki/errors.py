"""The error of an expression that is not a date."""

from collections.abc import Callable
from functools import cached_property

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
    """

    def __init__(
        self,
        expression: str,
        start: int,
        end: int,
        reason: str,
        suggest: Callable[[], str | None] | None = None,
    ) -> None:
        super().__init__(expression, start, end, reason)
        self.expression = expression
        self.start = start
        self.end = end
        self.reason = reason
        self._suggest = suggest

    @cached_property
    def suggestion(self) -> str | None:
        """What was probably meant, or None; sought when it is asked for."""
        return self._suggest() if self._suggest else None

    @property
    def part(self) -> str:
        """The part of the expression that was not understood; "" if it is all of it, or none."""
        part = self.expression[self.start : self.end]
        return "" if part == self.expression else part

    def __str__(self) -> str:
        """Return the message: what was to be read, what is wrong with it, and what was meant."""
        values = {"text": quote(self.expression), "reason": self.reason}
        if self.part:
            message = _(
                "「{text}」を日付として読めません（{place}文字目の「{part}」）: {reason}",
                place=self.start + 1,
                part=quote(self.part),
                **values,
            )
        elif self.reason == not_read():
            message = _("「{text}」を日付として読めません", text=values["text"])
        else:
            message = _("「{text}」を日付として読めません: {reason}", **values)
        if self.suggestion is None:
            return message
        return _("{error}。もしかして: {meant}", error=message, meant=self.suggestion)


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


def not_read() -> str:
    """Return the reason of what is wrong with a part that is simply no date."""
    return _("ここは日付として読めません")


def quote(text: str) -> str:
    """Return a text for a message, shortened if it is long."""
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
