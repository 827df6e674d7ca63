"""A `Document` in; likelihoods of its parts, and the edits that these are worth, out: the learned cleaners."""
