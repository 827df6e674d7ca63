"""Cleaning under audit hooks that forbid; each function runs in a fork, for a hook cannot be taken off again."""

import sys
from pathlib import Path

from article_clean import clean
from tests.fuzz.grammar import fixture_texts
from tests.hostile.families import FAMILIES

FEW_CHARS = 300
CODE = frozenset({"exec", "compile", "import", "pickle.find_class", "marshal.loads", "code.__new__", "os.system"})
CODE |= {"os.exec", "os.posix_spawn", "os.fork", "subprocess.Popen", "ctypes.dlopen"}


def clean_without_network() -> int:
    """Clean every fixture and hostile family where a socket cannot even be made; the number of texts."""
    _forbid(lambda event: event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")))
    return _clean_all()


def clean_without_files_and_code() -> int:
    """Clean them where no file can be opened and nothing be compiled, imported, unpickled or started."""
    _clean_all()  # first what the library loads when it is first used
    _forbid(lambda event: event == "open" or event in CODE)
    return _clean_all()


def clean_guarded(raw: str) -> str:
    """The body and all fields of one page that is cleaned under that guard, as JSON."""
    clean(raw)
    _forbid(lambda event: event == "open" or event in CODE)
    return clean(raw).model_dump_json()


def open_a_socket() -> None:
    """Do what `clean_without_network` forbids."""
    _forbid(lambda event: event.startswith("socket."))
    import socket  # noqa: PLC0415  # behind the guard

    socket.create_connection(("127.0.0.1", 9), timeout=1)


def open_a_file() -> None:
    """Do what `clean_without_files_and_code` forbids."""
    _forbid(lambda event: event == "open" or event in CODE)
    Path(__file__).read_text(encoding="utf-8")


def _forbid(is_forbidden) -> None:
    def hook(event: str, _: object) -> None:
        if is_forbidden(event):
            message = f"forbidden: {event}"
            raise PermissionError(message)

    sys.addaudithook(hook)


def _clean_all() -> int:
    texts = [*fixture_texts(), *(make(FEW_CHARS) for make in FAMILIES.values())]
    for text in texts:
        article = clean(text, url="https://coast.example/2024/ice")
        article.model_dump_json()
        article.report(80, color=False)
        article.to_ninjs()
    clean(fixture_texts()[-1], kind="html", engine="trafilatura")
    return len(texts)
