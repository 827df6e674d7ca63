"""Datelines: where, when and for whom a story was filed, as printed before its first sentence."""
