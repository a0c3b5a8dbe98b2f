"""The order in which agreements are listed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from koryu_cli.errors import UsageError
from koryu_cli.text import nearest

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


def order(field: str | None) -> tuple[Key, bool] | None:
    """Return by what to arrange, and whether descending.

    Args:
        field: a name of `FIELDS`, with `-` before it for descending order.

    Raises:
        UsageError: there is no such field.
    """
    if field is None:
        return None
    name = field.removeprefix("-")
    if name not in FIELDS:
        near = "".join(f"もしかして: {word}。" for word in nearest(name, FIELDS, limit=1))
        raise UsageError(
            f"--sort の列「{field}」はありません。{near}使えるもの: {'、'.join(FIELDS)}"
        )
    return FIELDS[name], field.startswith("-")


def arranged(agreements: "Selection", field: str | None) -> "Selection":
    """Return agreements as they are, or in the `order` of `field`, ties by number."""
    if (chosen := order(field)) is None:
        return agreements
    key, descending = chosen
    return agreements.by_number().arranged(key, descending=descending)
