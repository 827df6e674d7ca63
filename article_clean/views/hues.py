"""The colour of a role. Roles that are alike share a hue; each is also named where it shows."""

from importlib.resources import files

from article_clean.core.patterns import pattern_of

OTHER = "other"

_ROLES = {
    "field": ("headline", "deck", "byline", "dateline", "date_line"),
    "picture": ("caption", "credit", "video"),
    "talk": ("comments",),
    "share": ("share",),
    "promo": ("promo",),
    "advert": ("advert",),
    "link": ("related", "tags", "source_link"),
    "page": ("page", "furniture", "nav"),
    "legal": ("notice", "copyright"),
    "person": ("author_bio", "contributor"),
}
_HUES = {role: hue for hue, roles in _ROLES.items() for role in roles}

HUES = (*_ROLES, OTHER)

_DEFINED = pattern_of(r"(?<![\w-])--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)")


def hue(role: str) -> str:
    """The hue of a role; a plug-in's own role has the hue "other"."""
    return _HUES.get(role, OTHER)


def colours() -> dict[str, tuple[str, str]]:
    """The colours that hues.css defines, by name: on light, on dark, as "#rrggbb"."""
    return {name: (light, dark) for name, light, dark in _DEFINED.findall(asset("hues.css"))}


def asset(name: str) -> str:
    """A style sheet or script that ships here."""
    return (files(__package__) / name).read_text(encoding="utf-8")
