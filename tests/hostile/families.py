"""All families of hostile inputs, by name."""

from tests.hostile.pages import BODIES, ENCODED, HEADS
from tests.hostile.shapes import Make
from tests.hostile.texts import PLAIN, SCRIPTS

FAMILIES: dict[str, Make] = {
    f"{kind}/{name}": make
    for kind, families in {
        "text": PLAIN,
        "script": SCRIPTS,
        "page": BODIES,
        "head": HEADS,
        "bytes": ENCODED,
    }.items()
    for name, make in families.items()
}
