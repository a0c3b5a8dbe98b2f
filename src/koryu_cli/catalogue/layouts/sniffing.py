"""Which layout a data file has: its content tells, not its name."""

from codecs import BOM_UTF8
from typing import BinaryIO

from koryu_cli.catalogue.layouts import layout as limits
from koryu_cli.catalogue.layouts.array import Array
from koryu_cli.catalogue.layouts.layout import Beginning, Layout
from koryu_cli.catalogue.layouts.lines import Lines
from koryu_cli.errors import DataError
from koryu_cli.language import _


def layout_of(stream: BinaryIO, name: str) -> Layout:
    """Return the layout of a data file.

    Args:
        stream: the file, at its beginning; it is read up to its first record.
        name: what messages call it.

    Raises:
        DataError: the file is empty.
    """
    beginning = _beginning(stream, name)
    if beginning.block.lstrip(b" \t\r\n").startswith(b"["):
        return Array(beginning)
    return Lines(beginning)


def _beginning(stream: BinaryIO, name: str) -> Beginning:
    line, offset = 1, 0
    while block := stream.readline(limits.BLOCK):
        text = block.removeprefix(BOM_UTF8) if offset == 0 else block
        if text.strip():
            return Beginning(stream, name, line, offset + len(block) - len(text), text)
        line += block.count(b"\n")
        offset += len(block)
    raise DataError(_("データが空です: {name}", name=name))
