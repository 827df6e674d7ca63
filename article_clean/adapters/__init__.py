"""Rows of an engine in, the same rows with their articles out: Spark, datatrove, pandas. Each needs its engine."""
