"""Where one line break stands between two lines, and no more."""


def is_line_break(gap: str) -> bool:
    """Whether what stands between two lines is one line break, with white space around it."""
    return gap == "\n" or (gap.isspace() and gap.count("\n") == 1)
