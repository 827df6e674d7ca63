"""Documents with the text of their article in, the model file out (extra `[train]`)."""

from article_clean.training.write import RECIPES, train

__all__ = ["RECIPES", "train"]
