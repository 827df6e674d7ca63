"""A page in, HTML or Markdown; its text with the blocks behind it, the cuts down to the article, its fields out."""

from article_clean.pages.block_model import BlockModel
from article_clean.pages.markdown import rendered_markdown
from article_clean.pages.rendering import ENGINES, Engine, Models, Rendering, rendered
from article_clean.pages.stories import stories

__all__ = ["ENGINES", "BlockModel", "Engine", "Models", "Rendering", "rendered", "rendered_markdown", "stories"]
