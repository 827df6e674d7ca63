"""What the models of blocks and of lines share at run time: trees, a second look, the choice, the file they lie in."""
