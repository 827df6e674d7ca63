"""How the models are made: documents with their article's text in, the model file out (extra `[train]`)."""

from article_clean.training.write import RECIPES, train

__all__ = ["RECIPES", "train"]
