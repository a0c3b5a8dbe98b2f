"""The language in which koryu speaks.

Messages are written in Japanese where they arise. Their English stands in the GNU gettext catalogue
`locale/en/LC_MESSAGES/koryu.po`, which is compiled to `koryu.mo` beside it; a message with a
{count} has a singular and a plural there.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from koryu_cli.errors import UsageError

if TYPE_CHECKING:
    from gettext import GNUTranslations

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_english: "GNUTranslations | None" = None
_is_chosen = False


def _(message: str, **values: object) -> str:
    """Return a message in the language chosen.

    Args:
        message: a whole sentence in Japanese, with a {name} for each value.
        values: what stands in place of the names, as it is; braces in it have no meaning.
    """
    if message and (english := _catalogue()):
        count = values.get("count")
        if isinstance(count, int):
            message = english.ngettext(message, message, count)
        else:
            message = english.gettext(message)
    return message.format(**values) if values else message


def is_english() -> bool:
    """Tell whether English is chosen."""
    if not _is_chosen:
        choose()
    return _english is not None


@contextmanager
def in_japanese() -> Iterator[None]:
    """Speak Japanese for a while: what programs read is the same in both languages."""
    global _english
    english = _catalogue()
    _english = None
    try:
        yield
    finally:
        _english = english


def choose(arguments: Sequence[str] = (), environment: Mapping[str, str] = os.environ) -> None:
    """Choose the language of all messages to come.

    Args:
        arguments: the command line, whose `--lang` comes first; one that names no language is
            left to the command, which refuses it.
        environment: then comes `KORYU_LANG`; without it English is chosen by a locale of English,
            as POSIX has it: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty.

    Raises:
        UsageError: `KORYU_LANG` names no language.
    """
    variables = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, variables), "")
    _speak("en" if locale.replace(".", "_").partition("_")[0].lower() == "en" else "ja")
    if language := _on(arguments):
        _speak(language)
    elif value := environment.get("KORYU_LANG"):
        if (language := _named(value)) is None:
            raise UsageError(
                _(
                    "環境変数 KORYU_LANG の値「{value}」は使えません。使えるもの: {choices}",
                    value=value,
                    choices=_("、").join(LANGUAGES),
                )
            )
        _speak(language)


def _catalogue() -> "GNUTranslations | None":
    """Return the English messages, or None in Japanese.

    Where nothing was chosen, as in a program that imports koryu, the environment decides.
    """
    return _english if is_english() else None


def _on(arguments: Sequence[str]) -> Language | None:
    """Return the language that the options of a command line name, or None."""
    for word, following in pairwise([*takewhile("--".__ne__, arguments), ""]):
        option, equals, value = word.partition("=")
        if option == "--lang" and (language := _named(value if equals else following)):
            return language
    return None


def _named(value: str) -> Language | None:
    return next((language for language in LANGUAGES if language == value.lower()), None)


def _speak(language: Language) -> None:
    global _english, _is_chosen
    _is_chosen = True
    if language == "ja":
        _english = None
    elif _english is None:
        from gettext import GNUTranslations  # Japanese does without

        catalogue = Path(__file__).parent / "locale" / language / "LC_MESSAGES" / "koryu.mo"
        with catalogue.open("rb") as compiled:
            _english = GNUTranslations(compiled)
