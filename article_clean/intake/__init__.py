"""Bytes or a string in; text out, with its charset, and what kind of input it is."""
