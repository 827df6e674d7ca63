"""Words that stand in place of a name or of a section, as metadata of several sites have them."""

from article_clean.knowledge.word_lists import folded_list

PLACEHOLDERS = folded_list("placeholder")

NO_SECTIONS = folded_list("no_section")
