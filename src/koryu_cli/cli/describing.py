"""What commands and their parameters say of themselves, in the language chosen.

Typer has it in Japanese from when the commands are defined, before a language is chosen.
"""

import inspect
from collections.abc import Iterator
from typing import Any

from typer.core import TyperArgument, TyperOption

from koryu_cli.language import _


def paragraphs(command: Any) -> Iterator[str]:
    """Yield the paragraphs that say what a command does."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield _(paragraph.replace("\n", ""))


def examples(command: Any) -> list[str]:
    """Return the command lines that show how a command is used."""
    return _(inspect.cleandoc(command.epilog or "")).splitlines()


def metavar(parameter: TyperArgument | TyperOption) -> str:
    """Return the name of a parameter's value: 番号, in English NUMBER."""
    name = parameter.metavar or ""
    translated = _(name)
    return name if translated == name else translated.upper()
