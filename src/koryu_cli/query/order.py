"""The order in which agreements are listed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from koryu_cli.catalogue.selection import Selection
    from koryu_cli.record.models import Agreement

Key = Callable[["Agreement"], Any]

FIELDS: dict[str, Key] = {
    "id": lambda agreement: agreement.id,
    "date": lambda agreement: (agreement.span and agreement.span[:2]) or None,
    "japan": lambda agreement: [(side.code or "", side.name) for side in agreement.japan],
    "overseas": lambda agreement: [
        (side.country_name or "", side.name) for side in agreement.overseas
    ],
    "reprinted": lambda agreement: agreement.reprinted,
    "page": lambda agreement: agreement.page,
}
"""The sort keys of the columns that are not sorted by what their cells say; None is no value."""


class Order(NamedTuple):
    """A sort key and its direction."""

    key: Key
    descending: bool = False


def arranged(agreements: "Selection", orders: Sequence[Order]) -> "Selection":
    """Return agreements in an order: by the first key, ties by the next, then by number.

    Those without a value come last, in either direction. Without keys they stay as they are.
    """
    if not orders:
        return agreements
    agreements = agreements.by_number()
    for order in reversed(orders):
        agreements = agreements.arranged(_last_without(order), descending=order.descending)
    return agreements


def _last_without(order: Order) -> Key:
    """Return a key by which agreements without a value come last in the direction of an order."""

    def key(agreement: "Agreement") -> Any:
        value = order.key(agreement)
        return (value is None) is not order.descending, value

    return key
