"""Where a single line break stands inside a sentence.

Scraped text has a paragraph a line as often as it has a blank line between paragraphs, so that a single break ends a
paragraph as a rule. The exception that cleaners have to know is a link that got a line of its own amid its sentence:
"Anyone may / leave a comment / in the book." Such a line is no phrase of the page. The body keeps its breaks single, so
that a body that is cleaned again reads the same.
"""

LONGEST_BROKEN = 50  # a shorter line above, without a full stop, is a heading or a caption, no broken sentence
LONGEST_LINK = 30  # of up to two words, which is a link that got a line of its own rather than a heading
FEW_WORDS = 2

_STOPS = ".!?…。！？؟。۔।"
_POINTS = ",;."


def goes_on(above: str, below: str) -> bool:
    """Whether the sentence of a line goes on in the next one, a single line break between them.

    Args:
        above: the line, without outer white space.
        below: the next one, in the same form.
    """
    if below[0].islower() or below[0] in _POINTS:
        return above[-1] not in _STOPS
    if len(above) < LONGEST_BROKEN or len(below) > LONGEST_LINK or below.count(" ") >= FEW_WORDS:
        return False
    return above[-1].isalpha() or above[-1] == ","


def is_line_break(gap: str) -> bool:
    """Whether what stands between two lines is one line break, with white space around it."""
    return gap == "\n" or (gap.isspace() and gap.count("\n") == 1)
