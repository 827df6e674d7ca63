"""Rows of features in, likelihoods and the choice that is worth most out: one runtime for all models."""
