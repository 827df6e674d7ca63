"""A word in; out comes what the world says of it: data files by language, and their look-ups."""
