"""What is said of a filter that no record passes."""

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from koryu_cli.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koryu_cli.cli.filtering import FilterOptions
    from koryu_cli.cli.settings import Settings


def explain_nothing(settings: "Settings", filters: "FilterOptions") -> None:
    """Say why no record may have passed: a name in none of them, or a field that all are without.

    Names near to one given to --government are suggested.
    """
    _suggest_governments(settings, filters)
    options = {"themes": ("--theme", filters.theme), "kind": ("--kind", filters.kind)}
    if given := {field: option for field, (option, words) in options.items() if words}:
        _note_without(settings, given)


def _note_without(settings: "Settings", options: "Mapping[str, str]") -> None:
    """Say of each field that an option is about if no record has anything in it."""
    from koryu_cli.record.headings import HEADINGS  # a list that finds something does without

    found = settings.catalogue().gather(
        lambda entries: {field for each, _ in entries for field in options if getattr(each, field)}
    )
    held = set[str]().union(*found.value)
    for field, option in options.items():
        if found.total and field not in held:
            settings.output.note(
                _(
                    "データのどの協定にも{field}がないので、{option} では何も見つかりません。"
                    "本文の語は koryu search で探せます。",
                    field=_(HEADINGS[field]),
                    option=option,
                )
            )


def _suggest_governments(settings: "Settings", filters: "FilterOptions") -> None:
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
