"""Matching of Japanese text, whatever way it is written."""

from koryu_cli.text.finding import Extent, Term, contains, find_all
from koryu_cli.text.folding import fold, forms
from koryu_cli.text.nearness import nearest
from koryu_cli.text.sentences import chained, in_a_row, listed, listed_names, perhaps

__all__ = [
    "Extent",
    "Term",
    "chained",
    "contains",
    "find_all",
    "fold",
    "forms",
    "in_a_row",
    "listed",
    "listed_names",
    "nearest",
    "perhaps",
]
