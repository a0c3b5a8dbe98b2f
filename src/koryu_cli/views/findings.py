"""What there is to say of the cells of a ledger, as rows and as documents."""

from koryu_cli.ledger.findings import Finding
from koryu_cli.views.columns import Column

FINDING_COLUMNS: tuple[Column[Finding], ...] = (
    Column("row", "行", lambda f: str(f.row or ""), number=True),
    Column("heading", "見出し", lambda f: f.heading),
    Column("value", "値", lambda f: f.value, least=12),
    Column("message", "説明", lambda f: f.message, least=20),
    Column("left_out", "除外", lambda f: "除外" if f.is_left_out else ""),
)


def document(finding: Finding) -> dict[str, object]:
    """Return the JSON document of a finding; `row` is null for a whole column."""
    return {
        "row": finding.row,
        "heading": finding.heading,
        "value": finding.value,
        "message": finding.message,
        "left_out": finding.is_left_out,
    }
