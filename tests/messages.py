"""The messages of koryu as its source has them, and the catalogue of their English.

Run as a program, it brings the catalogue up to date: a message that is new waits there for its
English, one that is no more goes, and `koryu.mo` is compiled from what is there.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import polib

SOURCE = Path(__file__).parents[1] / "src" / "koryu_cli"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "koryu.po"
COMPILED = CATALOGUE.with_suffix(".mo")
JAPANESE = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff01-\uff5e]")
DESCRIBING = {"help", "metavar", "rich_help_panel"}
"""What Typer is told of a parameter, in Japanese; it is translated where it is shown."""

SHOWN = {
    "cli/app.py": {"COMMANDS"},
    "cli/help.py": {"EXIT_CODES"},
    "record/headings.py": {"HEADINGS"},
    "views/card.py": {"SECTIONS", "EMPTY"},
}
"""Constants whose Japanese goes through `_` where it is shown, by module."""


def messages() -> dict[str, list[str]]:
    """Return each message of the source, with the files that it stands in."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        for message in _in_module(name, ast.parse(path.read_text("utf-8"))):
            if name not in found.setdefault(message, []):
                found[message].append(name)
    return found


def _in_module(name: str, module: ast.Module) -> Iterator[str]:
    constants = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for constant in SHOWN.get(name, ()):
        yield from _japanese(constants[constant])
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from _in_call(node, constants)
        elif isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            for paragraph in (ast.get_docstring(node) or "").split("\n\n"):
                yield paragraph.replace("\n", "")


def _in_call(call: ast.Call, constants: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(call.func, ast.Name) and call.func.id == "_":
        yield from _japanese(call.args[0])
    for keyword in call.keywords:
        value = keyword.value
        if isinstance(value, ast.Name):
            value = constants.get(value.id, value)
        if keyword.arg in DESCRIBING:
            yield from _japanese(value)
        elif keyword.arg == "epilog":
            yield from map(inspect.cleandoc, _japanese(value))


def _is_command(decorator: ast.expr) -> bool:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in ("command", "callback")
    )


def _japanese(expression: ast.expr) -> Iterator[str]:
    """Yield the Japanese texts of an expression."""
    for node in ast.walk(expression):
        match node:
            case ast.Constant(value=str(text)) if JAPANESE.search(text):
                yield text


def update() -> None:
    """Bring the catalogue up to date with the source, and compile it."""
    catalogue = polib.pofile(str(CATALOGUE), wrapwidth=100)
    known = {entry.msgid: entry for entry in catalogue}
    catalogue.clear()
    for message, files in messages().items():
        entry = known.get(message) or polib.POEntry(msgid=message)
        entry.occurrences = [(file, "") for file in files]
        if "{count}" in message:
            entry.msgid_plural = message
            entry.msgstr_plural = entry.msgstr_plural or {0: "", 1: ""}
        catalogue.append(entry)
    catalogue.save(str(CATALOGUE))
    catalogue.save_as_mofile(str(COMPILED))


if __name__ == "__main__":
    update()
