"""What is said of a filter that no record passes."""

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.cli.filtering import FilterOptions
    from koryu_cli.cli.settings import Settings


def explain_nothing(settings: "Settings", filters: "FilterOptions") -> None:
    """Say why no record may have passed: a name in none of them, or a field that all are without.

    Names near to one given to --government are suggested.
    """
    _suggest_governments(settings, filters)
    if filters.theme:
        _note_without(settings, "themes", "--theme")
    if filters.kind:
        _note_without(settings, "kind", "--kind")


def _note_without(settings: "Settings", field: str, option: str) -> None:
    """Say that no record has anything in the field that an option is about, if that is so."""
    from koryu_cli.record.headings import HEADINGS  # a list that finds something does without

    counted = settings.catalogue().count(lambda each: getattr(each, field))
    if counted.total and not counted.value:
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
