"""Which layout a data file has: its content tells, not its name."""

from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import BinaryIO

from koryu_cli.catalogue.layouts import layout as limits
from koryu_cli.catalogue.layouts.array import Array
from koryu_cli.catalogue.layouts.layout import Beginning, Layout
from koryu_cli.catalogue.layouts.lines import Lines
from koryu_cli.catalogue.layouts.table import Table
from koryu_cli.errors import DataError
from koryu_cli.language import _
from koryu_cli.ledger.sniffing import is_ledger


def layout_of(
    stream: BinaryIO,
    name: str,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, str] | None = None,
) -> Layout:
    """Return the layout of a data file.

    Args:
        stream: the file, at its beginning; it is read up to its first record, a ledger whole.
        name: what messages call it.
        columns: of a ledger, by words for fields, the heading or letter of the column of each.
        values: of a ledger, by words for fields, what rows have in which nothing stands for them.

    Raises:
        DataError: the file is empty, or it is neither JSON nor a ledger.
        UsageError: `columns` or `values` cannot be understood.
    """
    beginning = _beginning(stream, name)
    if is_ledger(beginning.block):
        return Table(beginning, columns, values)
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
