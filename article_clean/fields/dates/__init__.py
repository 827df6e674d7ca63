"""A date as printed in, a day or a moment with its zone out: in the languages of the press."""
