"""Modules by the names that they had in 0.1.0: they load as what they are now, so that old pickles and imports work.

An import by an old name warns. The table has the modules that documentation, pickles or users' code named; public names
are imported from `article_clean` itself.
"""

import sys
import warnings
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType

_PACKAGE = "article_clean."
NEW_NAMES = {
    "assemble": "core.paragraphs",
    "charsets": "intake.charsets",
    "cleaners.furniture": "cleaners.readers.pages",
    "containers": "intake.containers",
    "credits": "knowledge.credits",
    "decode": "intake.decode",
    "document": "core.document",
    "edits": "core.edits",
    "extras": "batch.extras",
    "fields.agencies": "knowledge.agencies",
    "fields.captions": "fields.picture_captions",
    "fingerprint": "pipeline.fingerprint",
    "language": "knowledge.language",
    "markup": "pages",
    "markup.model": "pages.block_model",
    "page": "core.origin",
    "phrases": "knowledge.phrases",
    "protocol": "core.cleaner",
    "registry": "pipeline.registry",
    "report": "views",
    "run": "pipeline.stages",
    "sources": "batch.sources",
    "standards": "views.standards",
}


class _MovedModules:
    """Finds and loads a module that has moved; has the form of a finder and of a loader, whose classes load slowly."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The way to load it, None for any other module."""
        del path, target
        return ModuleSpec(fullname, self) if _new_name(fullname) else None  # type: ignore[arg-type]  # a loader by form

    def create_module(self, spec: ModuleSpec) -> None:
        """An empty module, which the moved one takes the place of."""

    def exec_module(self, module: ModuleType) -> None:
        """Put the module of the new name under the old one, too."""
        new_name = _new_name(module.__name__)
        message = f"{module.__name__} is {new_name} now; import public names from article_clean itself"
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        sys.modules[module.__name__] = import_module(new_name)


def _new_name(fullname: str) -> str:
    """What a module is called now, "" where it has not moved; what stood in a folder that moved is asked for there."""
    if not fullname.startswith(_PACKAGE):
        return ""
    old_name = fullname.removeprefix(_PACKAGE)
    if old_name in NEW_NAMES:
        return _PACKAGE + NEW_NAMES[old_name]
    folder, _, module_name = old_name.rpartition(".")
    new_folder = _new_name(_PACKAGE + folder) if folder else ""
    return new_folder and f"{new_folder}.{module_name}"


def load_moved_modules() -> None:
    """Let modules be imported by their old names, too; asked first, or a folder's files would be loaded twice."""
    sys.meta_path.insert(0, _MovedModules())
