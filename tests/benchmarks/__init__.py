"""Speed and memory, beside what runs with them. A package, as some distributions install one of the same name."""
