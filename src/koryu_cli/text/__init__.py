"""Matching of Japanese text, whatever way it is written."""

from koryu_cli.text.finding import Place, Term, contains, find_all
from koryu_cli.text.folding import fold, forms
from koryu_cli.text.nearness import nearest

__all__ = ["Place", "Term", "contains", "find_all", "fold", "forms", "nearest"]
