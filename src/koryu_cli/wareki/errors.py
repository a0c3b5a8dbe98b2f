"""The error of an expression that is not a date."""

from koryu_cli.errors import UsageError

_LONGEST_QUOTE = 40


class DateError(UsageError, ValueError):
    """An expression that cannot be read as a date.

    Attributes:
        expression: the text that was to be read, as it was given.
        start: where in `expression` the part begins that was not understood.
        end: where it ends (exclusive).
        suggestion: what was probably meant, or None.
    """

    def __init__(
        self, expression: str, start: int, end: int, reason: str, suggestion: str | None = None
    ) -> None:
        self.expression = expression
        self.start = start
        self.end = end
        self.suggestion = suggestion
        part = expression[start:end]
        place = "" if part in ("", expression) else f"（{start + 1}文字目の「{_quote(part)}」）"
        hint = f"。もしかして: {suggestion}" if suggestion else ""
        super().__init__(f"「{_quote(expression)}」を日付として読めません{place}: {reason}{hint}")


class Fault(Exception):  # noqa: N818 -- not an error before it has its place in the text
    """What the grammar found wrong, by the numbers of the first and last tokens concerned.

    `reason` says it in Japanese; `kind` names the faults for which a suggestion can be sought.
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


def _quote(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
