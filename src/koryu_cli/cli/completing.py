"""Completion: the candidates for the last word of a command line, each with what it means.

The user has pressed Tab and waits, so the data are read as plain JSON: to validate them would take
longer than all the rest. Data that cannot be read raise, and nothing is offered.
"""

import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from itertools import islice
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from koryu_cli.cli.formats import FORMATS
from koryu_cli.display import visible
from koryu_cli.language import LANGUAGES, _
from koryu_cli.output import COLOR_CHOICES
from koryu_cli.record.english import term
from koryu_cli.views import names
from koryu_cli.views.columns import AGREEMENT_COLUMNS

Candidate = tuple[str, str]
"""A word that may complete a command line, and its meaning."""

MOST = 500
"""How many records of a file are read, so that a long one does not keep the user waiting."""

FILE = "<file>"
"""The meaning that tells the shell's script to complete the name of a file itself."""


def answer(program: TyperGroup, arguments: Sequence[str]) -> str:
    """Return the candidates for the end of a command line, as the scripts read them.

    If anything goes wrong, there are no candidates: an error message would break the line.

    Args:
        program: all commands of koryu.
        arguments: the words after `koryu` as they are typed; the last may be unfinished or empty.
    """
    words = [_unquoted(word) for word in arguments] or [""]
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            found = _candidates(program, words)
        return "".join(f"{visible(value)}\t{visible(meaning)}\n" for value, meaning in found)
    except Exception:
        return ""


def _unquoted(word: str) -> str:
    r"""Return a word without quotes, open ones too, and without the \ before a character."""
    return re.sub(r"""\\(.)|["']""", r"\1", word)


def _candidates(program: TyperGroup, words: Sequence[str]) -> list[Candidate]:
    """Return the candidates for the last of `words`.

    Typer would parse the line before it looks for candidates, which takes longer than all the
    rest, and it never sees a value in a word that starts with - (--sort=-date).
    """
    *finished, word = words
    name, equals, value = word.partition("=")
    if equals and name.startswith("--"):
        found = _candidates(program, [*finished, name, value])
        return [(f"{name}={candidate}", meaning) for candidate, meaning in found]
    # bash makes three words of --option=value
    finished, word = [each for each in finished if each != "="], "" if word == "=" else word
    context, parameter = _place(program, finished)
    wants_option = word.startswith("-") and "--" not in finished
    if parameter is None or (wants_option and isinstance(parameter, TyperArgument)):
        items = context.command.shell_complete(context, word)
    else:
        items = parameter.shell_complete(context, word)
    return [(item.value, _(item.help or "")) for item in items]


def _place(
    program: TyperGroup, words: Sequence[str]
) -> tuple[typer.Context, TyperOption | TyperArgument | None]:
    """Return the context after `words`, and the parameter that the next word is for, if any.

    Raises:
        LookupError: there is no such command.
    """
    context = typer.Context(program, info_name="koryu")
    context.params["data"] = os.environ.get("KORYU_DATA")
    option, position = None, 0
    for word in words:
        if option:
            context.params[option.name], option = word, None
        elif word == "--":
            break
        elif word.startswith("-"):
            name, equals, value = word.partition("=")
            option = _options(context).get(name)
            if option and equals:
                context.params[option.name], option = value, None
        elif context.command is program:
            command = program.get_command(context, word)
            if command is None:
                raise LookupError(word)
            context = typer.Context(command, parent=context, info_name=word)
        else:
            position += 1
    return context, option or _argument(context, position)


def _options(context: typer.Context) -> dict[str, TyperOption]:
    """Return the options of a command that take a value, by each of their names."""
    return {
        name: option
        for option in context.command.get_params(context)
        if isinstance(option, TyperOption) and not option.is_flag
        for name in option.opts
    }


def _argument(context: typer.Context, position: int) -> TyperArgument | None:
    """Return the argument of a command that stands at `position` (from 0), if there is one."""
    arguments = [each for each in context.command.params if isinstance(each, TyperArgument)]
    if arguments and arguments[-1].nargs == -1:
        position = min(position, len(arguments) - 1)
    return arguments[position] if position < len(arguments) else None


def countries(context: typer.Context) -> list[Candidate]:
    """Return the everyday names of the countries in the data, with counts."""
    return _counted(
        context, lambda record: (names.country(side["country_name"]) for side in record["overseas"])
    )


def prefectures(context: typer.Context) -> list[Candidate]:
    """Return the prefectures in the data, with counts."""
    return _counted(
        context, lambda record: (names.prefecture(side["prefecture"]) for side in record["japan"])
    )


def themes(context: typer.Context) -> list[Candidate]:
    """Return the themes in the data, with counts."""
    return _counted(context, lambda record: map(term, record["themes"]))


def kinds(context: typer.Context) -> list[Candidate]:
    """Return the kinds of instrument in the data, with counts."""
    return _counted(context, lambda record: [term(record["kind"])])


def governments(context: typer.Context) -> list[Candidate]:
    """Return the governments in the data: the last part of each name, with the whole."""
    found: dict[str, str] = {}
    for record in _records(context):
        for ours in record["japan"]:
            municipality = names.municipality(ours["municipality"] or "", ours["kana"])
            found.setdefault(municipality or names.prefecture(ours["prefecture"]), ours["name"])
        for theirs in record["overseas"]:
            parts = [part for part in theirs["divisions"] if part in theirs["name"]]
            found.setdefault(parts[-1] if parts else theirs["name"], theirs["name"])
    return list(found.items())


def numbers(context: typer.Context) -> list[Candidate]:
    """Return the numbers of all forms, with titles."""
    return [(str(record["id"]), record["title"]) for record in _records(context)]


def numbers_with_pages(context: typer.Context) -> list[Candidate]:
    """Return the numbers of the forms that name a web page, with titles."""
    return [(str(record["id"]), record["title"]) for record in _records(context) if record["links"]]


def columns(incomplete: str) -> list[Candidate]:
    """Return the columns that may stand at the end of a list with commas, with headings."""
    *named, last = re.split("[,、]", incomplete)
    before = incomplete.removesuffix(last)
    return [
        (before + column.key, column.title)
        for column in AGREEMENT_COLUMNS
        if column.key not in named
    ]


def sort_fields() -> list[Candidate]:
    """Return the fields to sort by, ascending and descending, with headings."""
    titles = {column.key: column.title for column in AGREEMENT_COLUMNS}
    ascending = [(field, _("{column}の順", column=titles[field])) for field in titles]
    return ascending + [
        (f"-{field}", _("{column}の逆順", column=titles[field])) for field in titles
    ]


def facets() -> list[Candidate]:
    """Return the facets, with their headings."""
    from koryu_cli.query.facets import (
        FACETS,  # every command imports this module, and few need dates
    )

    return [(name, _(facet.heading)) for name, facet in FACETS.items()]


def formats(context: typer.Context) -> list[str]:
    """Return the formats that the command of `context` writes."""
    return list(FORMATS.of(context.info_name or ""))


def files(incomplete: str) -> list[Candidate]:
    """Return the candidate that tells the shell to complete the name of a file itself."""
    return [(incomplete, FILE)]


def colors() -> list[str]:
    """Return the values of --color."""
    return list(COLOR_CHOICES)


def languages() -> list[str]:
    """Return the languages that koryu speaks."""
    return list(LANGUAGES)


def _counted(
    context: typer.Context, values: Callable[[dict[str, Any]], Iterable[str]]
) -> list[Candidate]:
    """Return the values of the records, the most frequent first, each with its count."""
    records = list(_records(context))
    counts = Counter(value for record in records for value in set(values(record)))
    message = "{count} 件" if len(records) < MOST else "{count} 件以上"
    return [(value, _(message, count=count)) for value, count in counts.most_common()]


def _records(context: typer.Context) -> Iterator[dict[str, Any]]:
    """Yield the first records of the data file that the command line or the environment names.

    Only a regular file is read: standard input or a pipe would keep the user waiting.
    """
    import json  # every command imports this module, and most read no data through it

    from koryu_cli.catalogue import source as sources
    from koryu_cli.catalogue.layouts.sniffing import layout_of

    source = context.params.get("data") or context.find_root().params["data"]
    path = Path(source).expanduser() if source else sources.shipped()
    if path.is_file():
        with path.open("rb") as stream:
            for record in islice(layout_of(stream, str(path)).records(), MOST):
                yield json.loads(record.text)
