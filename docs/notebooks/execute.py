"""Run the notebook and keep its outputs in it, after a change: `python docs/notebooks/execute.py`."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).with_name("corpus.ipynb")
LONGEST = 300  # seconds a cell may take


def kept() -> nbformat.NotebookNode:
    """The notebook as it is kept."""
    return nbformat.read(NOTEBOOK, as_version=4)


def executed() -> nbformat.NotebookNode:
    """The notebook with the outputs of a run in a kernel of its own, without the times that the run took."""
    notebook = kept()
    resources = {"metadata": {"path": str(NOTEBOOK.parent)}}
    NotebookClient(notebook, timeout=LONGEST, resources=resources, record_timing=False).execute()
    notebook.metadata.language_info = {"name": "python"}  # no version, which differs by machine
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(), NOTEBOOK)
