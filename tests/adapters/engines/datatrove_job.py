"""Clean a folder with datatrove: `python datatrove_job.py jsonl|warc IN OUT`. A program of its own, as it is used."""

import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader, WarcReader
from datatrove.pipeline.writers import JsonlWriter

from article_clean.adapters.datatrove import ArticleCleaner

READERS = {"jsonl": JsonlReader, "warc": WarcReader}


def main(reader: str, given: str, output: str) -> None:
    """Read, clean, write."""
    steps = [READERS[reader](given), ArticleCleaner(), JsonlWriter(output)]
    LocalPipelineExecutor(pipeline=steps, tasks=1, logging_dir=f"{output}-logs").run()


if __name__ == "__main__":
    main(*sys.argv[1:])
