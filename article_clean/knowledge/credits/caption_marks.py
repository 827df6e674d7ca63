"""Marks in front of a caption: "FILE PHOTO:", "Image caption", "Toggle caption", "Figure 3:"."""

import re

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.wordings import first_words, one_of

FRONT = pattern_of(
    rf"""
    PHOTOS?:\s(?=[A-Z])
    | {one_of("photos_by")}\s(?:[A-Z.'’-]{{2,}}\s){{2,3}}(?=[A-Z][\w’']*[a-z])
    | \(?FILE\s\(AP\)\s?[-–—] | \(?{one_of("file_photo")}(?:\s?[-–—:.]\s?(?=\S)|\)\s)
    | {one_of("caption_of")}[,:]?\s(?=["“'A-Z])
    | {one_of("source_of")}[,:]?\s
    | {one_of("picture_button")}(?::\s?|\s)
    | {one_of("given_photo")}\s?[-–—:/]?\s?(?=\w)
    | {one_of("caption_label")}\s?:\s
    """,
    re.VERBOSE,
)
FIGURE = pattern_of(rf"{one_of('figure')}\s\d{{1,2}}(?:\.\d{{1,2}})?\s?[.:]\s(?=\S)")
STARTS = frozenset(  # the first three letters of what the two match
    start[:3]
    for word in first_words(
        "photos_by", "file_photo", "caption_of", "source_of", "picture_button", "given_photo", "caption_label", "figure"
    )
    for start in (word, f"({word}")
)
