"""The drawing of the rooms, made from the imports of the package: `python docs/_ext/draw_rooms.py` writes rooms.svg.

Rooms stand on their floors, the lowest at the bottom. An arrow leads from a room to one that it imports; arrows that
follow from others are left out, so that the path of a text shows.
"""

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))  # the layout is read as the tests read it

from rooms import FLOORS, package_imports  # noqa: E402

BOX_WIDTH, BOX_HEIGHT, FLOOR_HEIGHT = 150, 34, 52  # pixels
MARGIN, ARC_STEP = 16, 13  # pixels; an arc reaches this much further to the right for each floor that it spans
ENTRANCES = {"__init__", "__main__"}  # they load whatever they are asked for: arrows to everything would show nothing
_STYLE = """
  text { font: 14px system-ui, sans-serif; fill: #1f2933; }
  rect { fill: #f5f7fa; stroke: #9aa5b1; rx: 6px; } path { fill: none; stroke: #52606d; stroke-width: 1.2; }
"""


def drawing() -> str:
    """The SVG."""
    rooms = [room for room in reversed(FLOORS) if room not in ENTRANCES]
    tops = {room: MARGIN + n * FLOOR_HEIGHT for n, room in enumerate(rooms)}
    arrows = sorted(direct_arrows(), key=lambda pair: (tops[pair[0]], tops[pair[1]]))
    width = MARGIN * 2 + BOX_WIDTH + ARC_STEP * len(rooms)
    height = MARGIN * 2 + FLOOR_HEIGHT * len(rooms)
    marker = '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f"<style>{_STYLE}</style>",
        f'<defs>{marker}<path d="M0 0 L8 4 L0 8 z" style="fill:#52606d"/></marker></defs>',
        *(_arc(tops[importer], tops[imported]) for importer, imported in arrows),
        *(line for room, top in tops.items() for line in _box(room, top)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def direct_arrows() -> set[tuple[str, str]]:
    """The imports between rooms that do not follow from others."""
    arrows = {one.rooms for one in package_imports() if one.rooms[0] != one.rooms[1]}
    arrows = {pair for pair in arrows if not ENTRANCES.intersection(pair)}
    return {(above, below) for above, below in arrows if not _leads_round(above, below, arrows)}


def _leads_round(above: str, below: str, arrows: set[tuple[str, str]]) -> bool:
    """Whether a way of two or more arrows leads from one room to the other."""
    waiting = [target for room, target in arrows if room == above and target != below]
    seen: set[str] = set()
    while waiting:
        room = waiting.pop()
        if room == below:
            return True
        if room not in seen:
            seen.add(room)
            waiting += [target for importer, target in arrows if importer == room]
    return False


def _box(room: str, top: int) -> Iterator[str]:
    yield f'<rect x="{MARGIN}" y="{top}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}"/>'
    yield f'<text x="{MARGIN + 10}" y="{top + 22}">{escape(room)}</text>'


def _arc(above: int, below: int) -> str:
    """An arrow from one floor down to another: straight to the next, else around the boxes between."""
    right, middle = MARGIN + BOX_WIDTH, BOX_HEIGHT // 2
    if below - above == FLOOR_HEIGHT:
        centre = MARGIN + BOX_WIDTH // 2
        return f'<path d="M{centre} {above + BOX_HEIGHT} L{centre} {below}" marker-end="url(#tip)"/>'
    reach = right + ARC_STEP * ((below - above) // FLOOR_HEIGHT)
    start, end = above + middle + 6, below + middle - 6
    return f'<path d="M{right} {start} C{reach} {start} {reach} {end} {right} {end}" marker-end="url(#tip)"/>'


if __name__ == "__main__":
    (ROOT / "docs" / "rooms.svg").write_text(drawing(), encoding="utf-8")
