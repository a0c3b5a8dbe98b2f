"""What is said of a wrong command line, in Japanese."""

from collections.abc import Sequence
from difflib import get_close_matches

import typer


def no_such_command(word: str, commands: Sequence[str]) -> str:
    """Return what to say of a command that there is not."""
    near = get_close_matches(word, commands, n=2, cutoff=0.5)
    hint = f"もしかして: {'、'.join(near)}" if near else f"使えるもの: {'、'.join(commands)}"
    return f"コマンド「{word}」はありません。{hint}"


def usage_message(error: typer.TyperException) -> str:
    """Return what Typer says of a wrong command line, and where the right way is found.

    Typer keeps the classes of its errors private, so they are told apart by their names.
    """
    context = getattr(error, "ctx", None)
    hint = f"\n使い方は {context.command_path} --help で分かります。" if context else ""
    return _fault(error) + hint


def _fault(error: typer.TyperException) -> str:
    message = str(getattr(error, "message", error))
    option = getattr(error, "option_name", "")
    parameter = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            near = getattr(error, "possibilities", None)
            hint = f"もしかして: {'、'.join(near)}" if near else ""
            return f"オプション「{option}」はありません。{hint}"
        case "BadOptionUsage" if "requires" in message:
            return f"オプション「{option}」には値が要ります。"
        case "BadOptionUsage":
            return f"オプション「{option}」に値は付けられません。"
        case "MissingParameter" if parameter:
            command = getattr(error, "cmd", None)
            example = (getattr(command, "epilog", None) or "").strip().partition("\n")[0]
            return f"引数 {parameter.metavar} がありません。例: {example}"
        case "BadParameter" if parameter:
            return f"「{parameter.opts[-1]}」の値が正しくありません: {message}"
        case _ if message.startswith("Got unexpected extra argument"):
            extra = message.removeprefix("Got unexpected extra argument(s) (").removesuffix(")")
            return f"余分な引数があります: 「{extra}」"
        case _:
            return message
