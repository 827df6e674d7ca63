"""Learned cleaners: a document in; likelihoods of its parts out, and the edits that these are worth."""
