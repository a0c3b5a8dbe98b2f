"""The source of the agreements that koryu carries, as far as their document tells.

It names neither a publisher nor a date; the newest events that it tells of are of 2012.
"""

from koryu_cli.language import _
from koryu_cli.record.models import Agreement

CHAPTER = "行政交流"
"""The chapter of the survey; the `category` of its forms."""
SOURCE = "日本と海外の自治体の協定に関する調査の⑧「行政交流」（個票 25 件、2012年の出来事まで）"
SOURCE_IN_ENGLISH = (
    "Chapter ⑧ 行政交流 (administrative exchange) of a survey of agreements between Japanese and "
    "overseas local governments, 25 forms, newest events of 2012"
)


def citation(agreement: Agreement) -> str | None:
    """Return what to cite for a form of the survey; None for a record of any other source."""
    if agreement.category != CHAPTER:
        return None
    if agreement.page is None:
        return _("出典: {source}、{number}番", source=_(SOURCE), number=agreement.id)
    return _(
        "出典: {source}、{number}番、{page}ページ",
        source=_(SOURCE),
        number=agreement.id,
        page=agreement.page,
    )
