"""Bylines: who wrote a story, as printed, cut into people, agencies and roles."""
