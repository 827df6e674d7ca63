"""A word in, what the world says of it out: data files by language, and their look-ups."""
