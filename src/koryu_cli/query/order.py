"""The order in which agreements are listed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koryu_cli.catalogue.selection import Selection
    from koryu_cli.record.models import Agreement

Key = Callable[["Agreement"], Any]

FIELDS: dict[str, Key] = {
    "id": lambda agreement: agreement.id,
    "date": lambda agreement: _days(agreement),
    "japan": lambda agreement: [(side.code or "", side.name) for side in agreement.japan],
    "overseas": lambda agreement: [
        (side.country_name or "", side.name) for side in agreement.overseas
    ],
    "agreement": lambda agreement: agreement.agreement or "",
    "title": lambda agreement: agreement.title or "",
    "kind": lambda agreement: agreement.kind or "",
    "page": lambda agreement: agreement.page or 0,
    "reprinted": lambda agreement: agreement.reprinted,
}
"""The sort keys of agreements, by the names of columns."""


def _days(agreement: "Agreement") -> tuple[date, date]:
    """Return the first and last day of an agreement; one without a date comes last."""
    span = agreement.span
    return ((span and span.start) or date.max, (span and span.end) or date.max)


@dataclass(frozen=True)
class Order:
    """A sort key and its direction."""

    key: Key
    descending: bool = False


def arranged(agreements: "Selection", order: Order | None) -> "Selection":
    """Return agreements in an order, ties by number; without one, as they are."""
    if order is None:
        return agreements
    return agreements.by_number().arranged(order.key, descending=order.descending)
