"""The order in which agreements are listed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koryu_cli.catalogue.selection import Selection
    from koryu_cli.record.models import Agreement

Key = Callable[["Agreement"], Any]

FIELDS: dict[str, Key] = {
    "id": lambda agreement: agreement.id,
    "date": lambda agreement: (agreement.date.start, agreement.date.end),
    "japan": lambda agreement: [side.code for side in agreement.japan],
    "overseas": lambda agreement: [(side.country_name, side.name) for side in agreement.overseas],
    "agreement": lambda agreement: agreement.agreement,
    "title": lambda agreement: agreement.title,
    "kind": lambda agreement: agreement.kind,
    "page": lambda agreement: agreement.page,
    "reprinted": lambda agreement: agreement.reprinted,
}
"""The sort keys of agreements, by the names of columns."""


@dataclass(frozen=True)
class Order:
    """What to sort agreements by."""

    key: Key
    descending: bool = False


def arranged(agreements: "Selection", order: Order | None) -> "Selection":
    """Return agreements in an order, ties by number; without one, as they are."""
    if order is None:
        return agreements
    return agreements.by_number().arranged(order.key, descending=order.descending)
