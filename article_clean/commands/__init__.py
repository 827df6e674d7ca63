"""The commands of `article-clean`, one a module: its `add_to(commands)` adds the parser that says what to run."""
