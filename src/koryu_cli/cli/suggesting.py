"""What is said of a filter that no record passes."""

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.cli.filtering import FilterOptions
    from koryu_cli.cli.settings import Settings


def suggest_governments(settings: "Settings", filters: "FilterOptions") -> None:
    """Say which names given to --government are in no record, and what is near to them."""
    from koryu_cli.query.filters import excluded  # a list that finds something does without
    from koryu_cli.query.near_names import Names, nearest_names
    from koryu_cli.text import perhaps

    words = [word for word in filters.government or () if excluded(word) is None]
    if not words:
        return
    catalogue = settings.catalogue()
    found = catalogue.gather(lambda entries: Names.of((each for each, _ in entries), words))
    for word, names in nearest_names(reduce(add, found.value), words).items():
        message = _(
            "「{word}」という自治体の協定はありません。{perhaps}", word=word, perhaps=perhaps(names)
        )
        settings.output.note(message)
