"""Rich text that is wrapped as Japanese is."""

from typing import Any

from rich.containers import Lines
from rich.text import Text

from koryu_cli.views.lines import breaks


class JapaneseText(Text):
    """Rich text that wraps as Japanese does: anywhere but before 、 or after 「, say."""

    def wrap(self, console: Any, width: int, **options: Any) -> Lines:  # noqa: ARG002 - Rich calls it
        """Return the text as lines of at most `width` cells, its styles kept."""
        lines = Lines()
        for paragraph in self.split("\n", allow_blank=True):
            for line in paragraph.divide(breaks(paragraph.plain, width)):
                line.rstrip()
                lines.append(line)
        return lines
