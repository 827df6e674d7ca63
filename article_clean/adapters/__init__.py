"""Thin adapters to engines that bring their own data: Spark, datatrove, pandas. Each needs its engine installed."""
