"""Messages about wrong command lines."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any, TypeVar
from unicodedata import normalize

import typer

from koryu_cli.cli.describing import examples, metavar
from koryu_cli.errors import UsageError
from koryu_cli.language import _, is_english

Choice = TypeVar("Choice", bound=str)

_DASHES = "[-－−‐‑–—―ー]+"


def pick(option: str, value: str, choices: Sequence[Choice]) -> Choice:
    """Return the one of `choices` that `value`, given to `option`, names in any case.

    Raises:
        UsageError: there is none; the message names those there are, the nearest first.
    """
    for choice in choices:
        if choice == value.lower():
            return choice
    raise _not_among(option, value, {choice: choice for choice in choices})


def not_named(option: str, value: str, headings: Mapping[str, str]) -> UsageError:
    """Return the error of a value that is neither a key nor a heading.

    Args:
        option: the option.
        value: what was given to it.
        headings: the keys that it takes, each with the heading that may stand for it. In Japanese
            both are shown.
    """
    shown = {
        word: key if is_english() else _("{name}（{code}）", name=key, code=heading)
        for key, heading in headings.items()
        for word in (key, heading)
    }
    return _not_among(option, value, shown)


def _not_among(option: str, value: str, choices: Mapping[str, str]) -> UsageError:
    """Return the error of a value that is none of some words, each with how it is shown."""
    return UsageError(
        _(
            "{option} の値「{value}」は使えません。{perhaps}使えるもの: {choices}",
            option=option,
            value=value,
            perhaps=_perhaps(value.lower(), choices),
            choices=_listed(dict.fromkeys(choices.values())),
        )
    )


def no_such_command(word: str, commands: Sequence[str]) -> str:
    """Return the message about a command that does not exist."""
    if guess := _perhaps(word, {command: command for command in commands}):
        return _("コマンド「{word}」はありません。{perhaps}", word=word, perhaps=guess)
    return _(
        "コマンド「{word}」はありません。使えるもの: {commands}",
        word=word,
        commands=_listed(commands),
    )


def check_dashes(words: Iterable[str], parameters: Sequence[Any]) -> None:
    """Refuse a word that would be an option if its dashes were those of ASCII, or two.

    Args:
        words: the command line; nothing behind `--` is looked at.
        parameters: the parameters of the command.

    Raises:
        UsageError: there is such a word; the message says how to write it.
    """
    names = {name for each in parameters for name in (*each.opts, *each.secondary_opts)}
    options = (each for each in parameters if not getattr(each, "is_flag", True))
    with_values = {name for each in options for name in each.opts}
    for before, word in pairwise(["", *takewhile("--".__ne__, words)]):
        match = re.match(_DASHES, word)
        if match is None or before in with_values or word.partition("=")[0] in names:
            continue
        for dashes in ("--", "-"):
            option = dashes + normalize("NFKC", word[match.end() :])
            if option.partition("=")[0] in names and (dashes == "--" or not match[0].isascii()):
                raise UsageError(
                    _("「{word}」は半角で {option} と書いてください。", word=word, option=option)
                    if not match[0].isascii()
                    else _("「{word}」は {option} と書いてください。", word=word, option=option)
                )


def usage_message(error: typer.TyperException) -> str:
    """Return the message about a command line that Typer refuses, with a pointer to its help.

    Typer keeps the classes of its errors private, so they are told apart by their names.
    """
    context = getattr(error, "ctx", None)
    if context is None:
        return _fault(error)
    where = _("使い方は {command} --help で分かります。", command=context.command_path)
    return f"{_fault(error)}\n{where}"


def _fault(error: typer.TyperException) -> str:
    message = str(getattr(error, "message", error))
    option = getattr(error, "option_name", "")
    parameter, context = getattr(error, "param", None), getattr(error, "ctx", None)
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(option, context)
        case "BadOptionUsage" if "requires" in message:
            return _("オプション「{option}」には値が要ります。", option=option)
        case "BadOptionUsage":
            return _("オプション「{option}」に値は付けられません。", option=option)
        case "MissingParameter" if parameter and context:
            command: Any = context.command
            return _(
                "引数 {name} がありません。例: {example}",
                name=metavar(parameter),
                example=examples(command)[0],
            )
        case "BadParameter" if parameter:
            name = parameter.opts[-1]
            return _("「{name}」の値が正しくありません: {reason}", name=name, reason=message)
        case _ if message.startswith("Got unexpected extra argument"):
            extra = message.removeprefix("Got unexpected extra argument(s) (").removesuffix(")")
            if getattr(context, "info_name", "") == "list":
                return _(
                    "余分な引数があります: 「{extra}」。"
                    "本文から探すなら koryu search {extra} とします。",
                    extra=extra,
                )
            return _("余分な引数があります: 「{extra}」", extra=extra)
        case _:
            return message


def _no_such_option(option: str, context: typer.Context | None) -> str:
    command: Any = context.command if context else None
    names = _options_of(command, context)
    commands = command.list_commands(context) if hasattr(command, "list_commands") else ()
    if any(option in _options_of(command.get_command(context, name), context) for name in commands):
        return _(
            "オプション「{option}」はコマンドの後に書いてください。"
            "例: koryu list --country 韓国 --json",
            option=option,
        )
    if context and context.info_name == "search" and not option.startswith("--"):
        return _(
            "オプション「{option}」はありません。"
            "英字の語を除くなら koryu search 派遣 -- -Korea のように -- の後に書いてください。",
            option=option,
        )
    long = {name.removeprefix("--"): name for name in names if name.startswith("--")}
    near = _perhaps(option.lstrip("-"), long)
    return _("オプション「{option}」はありません。{perhaps}", option=option, perhaps=near)


def _options_of(command: Any, context: typer.Context | None) -> list[str]:
    """Return the options that a command takes."""
    parameters = command.get_params(context) if command else []
    return [name for each in parameters for name in (*each.opts, *each.secondary_opts)]


def _perhaps(word: str, choices: Mapping[str, str]) -> str:
    """Return the sentence that names the choices near to a word, each as it is shown."""
    from koryu_cli.text import nearest, perhaps  # only a mistake needs its tables

    return perhaps(dict.fromkeys(choices[near] for near in nearest(word, choices, limit=2)))


def _listed(words: Iterable[str]) -> str:
    from koryu_cli.text import listed  # only a mistake needs it

    return listed(words)
