"""How the block model is made: pages with their article's text in, the model file out (extra `[train]`)."""

from article_clean.training.write import train_blocks

__all__ = ["train_blocks"]
