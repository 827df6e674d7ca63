"""Text and proposals in, text out: documents, edits, and the one function that applies them."""
