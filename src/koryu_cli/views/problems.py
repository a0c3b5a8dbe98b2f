"""Problems of a data file as rows."""

from koryu_cli.catalogue.problems import Problem
from koryu_cli.views.columns import ALWAYS, Column

PROBLEM_COLUMNS: tuple[Column[Problem], ...] = (
    Column("record", "個票", lambda p: p.record, importance=ALWAYS, least=4),
    Column("line", "行", lambda p: str(p.line), importance=ALWAYS, number=True),
    Column("field", "項目", lambda p: p.field, importance=ALWAYS, least=12),
    Column("found", "今の値", lambda p: p.quote, importance=8, least=12),
    Column("expected", "あるべき値", lambda p: p.expected, importance=ALWAYS, least=12),
)
