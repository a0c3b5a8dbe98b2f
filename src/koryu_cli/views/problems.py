"""Problems of a data file as rows."""

from koryu_cli.catalogue.problems import Problem
from koryu_cli.views.columns import Column

PROBLEM_COLUMNS: tuple[Column[Problem], ...] = (
    Column("record", "個票", lambda p: p.record),
    Column("line", "行", lambda p: str(p.line), number=True),
    Column("field", "項目", lambda p: p.field, least=12),
    Column("found", "今の値", lambda p: p.quote, least=12),
    Column("expected", "あるべき値", lambda p: p.expected, least=12),
)
