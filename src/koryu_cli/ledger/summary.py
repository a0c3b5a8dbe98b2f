"""How a ledger was understood, in sentences."""

from koryu_cli.language import _
from koryu_cli.ledger.further import further_columns
from koryu_cli.ledger.headings import fields
from koryu_cli.ledger.reading import Ledger
from koryu_cli.text import listed


def understood(ledger: Ledger) -> list[str]:
    """Return what the columns of a ledger hold, and which rows were passed over."""
    columns, passed = ledger.columns, ledger.passed
    further = further_columns(columns)
    held = dict.fromkeys(columns.marks, "relation") | {
        index: key for each in (*further, columns) for key, index in each.fields.items()
    }
    names = {columns.headings[index]: _(fields()[held[index]]) for index in sorted(held)}
    if columns.date_parts:
        parts = "・".join(map(columns.headings.__getitem__, columns.date_parts))
        names[parts] = names.pop(columns.heading("date"))
    known = listed(f"{heading} → {name}" for heading, name in names.items())
    if columns.heading_row is None:
        sentences = [_("見出しのない表として読みました（{columns}）。", columns=known)]
    else:
        sentences = [
            _(
                "{row} 行目を見出しとして読みました（{columns}）。",
                row=columns.heading_row,
                columns=known,
            )
        ]
    if others := listed(columns.other[index] for index in columns.other if index not in held):
        sentences.append(_("ほかの列はそのまま other に残しました（{columns}）。", columns=others))
    counts = {
        _("表題"): passed.titles,
        _("区切り"): passed.sections,
        _("合計の行"): passed.totals,
        _("提携先のない行"): passed.without_partner,
    }
    if any(counts.values()):
        shown = listed(f"{what} {count}" for what, count in counts.items() if count)
        sentences.append(_("協定でない行を読みとばしました（{counts}）。", counts=shown))
    return sentences
