"""Words that stand behind names, and words that are in the names of organisations and papers and in no person's.

DEGREES stand behind a name, SUFFIXES belong to it. A name with a word of ORGANISATION is none of a person; one with a
word of PAPERS is not, where a person is named before it.
"""

from article_clean.knowledge.word_lists import folded_list, word_list

DEGREES = folded_list("degree")
SUFFIXES = folded_list("name_suffix")
ORGANISATION = word_list("organisation_word")
PAPERS = word_list("paper_word")
