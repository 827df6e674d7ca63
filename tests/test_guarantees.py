"""What docs/guarantees.md promises: no network, no file, no code from data, and commands that exist."""

import ast
import json
import re

import pytest

from article_clean import Pipeline, PipelineError
from tests.cases import ROOT
from tests.watched import Watch

MODULES = sorted(str(path.relative_to(ROOT / "article_clean")) for path in (ROOT / "article_clean").rglob("*.py"))
LOADING = {"load", "loads", "Unpickler"}
PICKLERS = {"pickle", "cloudpickle", "marshal", "shelve", "dill", "yaml"}
RUNNING_CODE = {"eval", "exec", "compile", "__import__"}
EXPRESSIONS = "learned/forest.py"  # trees of checked numbers, compiled with no name but those of a row's values
UNPICKLING = {"batch/pool.py", "batch/process.py", "batch/worker.py"}  # between a process and its own workers
NETWORK = {"socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}


def tree_of(path):
    return ast.parse((ROOT / "article_clean" / path).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def watch():
    with Watch() as server:
        yield server


@pytest.mark.parametrize("guarded", ["clean_without_network", "clean_without_files_and_code"])
def test_cleaning_needs_nothing_of(guarded, watch):
    reply = watch.call(f"tests.guards:{guarded}", seconds=60)
    assert not reply.fault, reply.detail
    assert reply.value > 500


@pytest.mark.parametrize("forbidden", ["open_a_socket", "open_a_file"])
def test_the_guards_notice(forbidden, watch):
    assert "forbidden: " in watch.call(f"tests.guards:{forbidden}").detail


@pytest.mark.parametrize(
    "page",
    [
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "file://{path}">]><html><body><p>&e;</p></body></html>',
        '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><xi:include href="{path}" parse="text"/></body></html>',
        '<html><head><base href="file://{path}"></head><body><iframe src="file://{path}"></iframe><p>Ice</p></body></html>',
        "<html><head><link rel=stylesheet href=file://{path}></head><body><object data={path}></object></body></html>",
        "<html><body><p>{{{{ open('{path}').read() }}}} ${{jndi:file://{path}}}</p></body></html>",
    ],
)
def test_a_page_does_not_make_a_file_be_read(page, watch, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the tide table", encoding="utf-8")
    reply = watch.call("tests.guards:clean_guarded", page.format(path=secret))
    assert not reply.fault, reply.detail
    assert "the tide table" not in reply.value


@pytest.mark.parametrize(
    "row",
    [
        {"name": "os:system"},
        {"name": "os.system"},
        {"name": "__import__('os')"},
        {"name": "captions", "options": {"propose": "os.system"}},
        {"name": "captions", "type": "os.system"},
        {"name": "../captions.py"},
    ],
    ids=json.dumps,
)
def test_a_pipeline_file_names_no_code(row):
    try:
        pipeline = Pipeline.from_dict({"cleaners": [row]})
    except PipelineError:
        return
    assert pipeline.names == ("captions",)  # a type that is unknown says nothing


@pytest.mark.parametrize("path", MODULES)
def test_no_module_runs_code_or_loads_pickles_that_come_as_data(path):
    calls = [node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    running = RUNNING_CODE.intersection(call.id for call in calls if isinstance(call, ast.Name))
    loading = [call.value for call in calls if isinstance(call, ast.Attribute) and call.attr in LOADING]
    owners = PICKLERS.intersection(owner.id for owner in loading if isinstance(owner, ast.Name))
    assert running <= ({"eval"} if path == EXPRESSIONS else set())
    assert owners <= ({"pickle"} if path in UNPICKLING else set())


@pytest.mark.parametrize("path", MODULES)
def test_no_module_imports_what_speaks_to_the_network(path):
    nodes = list(ast.walk(tree_of(path)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert NETWORK.isdisjoint(names)


def test_every_test_that_the_guarantees_name_exists():
    told = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
    paths = set(re.findall(r"tests/[\w/]+\.py", told))
    assert paths
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []
    names = set(re.findall(r"::(test_\w+)", told))
    written = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name in sorted(names) if f"def {name}(" not in written] == []
