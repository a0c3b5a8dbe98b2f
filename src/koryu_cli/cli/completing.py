"""Completion: the candidates for the last word of a command line, for the scripts of shells."""

import io
import os
import re
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from koryu_cli.cli.candidates import Candidate
from koryu_cli.display import visible
from koryu_cli.language import _


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
