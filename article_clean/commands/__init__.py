"""Arguments of the command line in, calls out: one module a command, whose `add_to(parser)` says what to run."""
