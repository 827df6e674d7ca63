"""Printed dates: days, times of day and zones, in the languages of the press."""
