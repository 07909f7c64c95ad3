"""The examples for hosts and the container: their form, and that what they call is there. None of them can run here."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import Result

from generator.problems import WRITERS

PROJECT = Path(__file__).parents[1]
WORKFLOW = ".github/workflows/publish.yml"
NIGHTLY = ".github/workflows/all-tests.yml"
SCHEMAS = {
    WORKFLOW: "vendor.github-workflows",
    "examples/gitlab-ci.yml": "vendor.gitlab-ci",
    "examples/azure-pipelines.yml": "vendor.azure-pipelines",
}
"""Each example, and the schema of its kind that check-jsonschema carries."""

COMMANDS = re.compile(r"(?:^|[\s;&(])(?:\.venv/bin/)?fingerpost ([a-z]+)([^\n>|]*)")


def judged(path: Path, schema: str) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("check-jsonschema"), "--regex-variant", "nonunicode", "--builtin-schema", schema, path]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def scripts(value: Any) -> Iterator[str]:
    """Everything that an example runs in a shell."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script"):
                yield from [inner] if isinstance(inner, str) else inner
            else:
                yield from scripts(inner)
    if isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


@pytest.mark.quick_cases(".github/workflows/publish.yml")
@pytest.mark.parametrize("name", [*SCHEMAS, NIGHTLY])
def test_an_example_has_the_form_of_its_kind(name: str, tmp_path: Path) -> None:
    schema = SCHEMAS.get(name, SCHEMAS[WORKFLOW])
    ran = judged(PROJECT / name, schema)
    assert ran.returncode == 0, ran.stdout
    broken = tmp_path / "broken.yml"
    text = (PROJECT / name).read_text()
    broken.write_text(re.sub(r"(?m)(timeout-minutes|stage|displayName): .*$", r"\1: {wrong: 1}", text))
    assert judged(broken, schema).returncode == 1, "the schema would take anything"


@pytest.mark.parametrize("name", [*SCHEMAS, "Containerfile"])
def test_what_an_example_calls_is_there(name: str, fingerpost: Callable[..., Result]) -> None:
    text = (PROJECT / name).read_text()
    made = set(re.findall(r"(?m)^([a-z.-]+):", (PROJECT / "Makefile").read_text())) | {".venv/.site", "node_modules/.site"}
    lines = list(scripts(yaml.safe_load(text))) if name != "Containerfile" else re.findall(r"(?m)^#   podman run .*$", text)
    assert lines
    called = [target for line in lines for targets in re.findall(r"(?m)^\s*make (.+)$", line) for target in targets.split()]
    assert set(called) <= made
    commands = [found for line in lines for found in COMMANDS.findall(line)]
    assert commands or "site" in called
    for command, options in commands:
        assert fingerpost(command, "--help").exit_code == 0, command
        for form in re.findall(r"--format (\S+)", options):
            assert form in WRITERS


def test_the_workflow_may_do_no_more_than_it_must() -> None:
    workflow = yaml.safe_load((PROJECT / WORKFLOW).read_text())
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in workflow["jobs"][job] for job in ("build", "test"))
    assert set(workflow["jobs"]["publish"]["needs"]) == {"build", "test"}
    used = re.findall(r"uses: (\S+)", (PROJECT / WORKFLOW).read_text())
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action in used), "an action is named by its commit"
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request" in workflow[True]  # YAML 1.1 reads `on` as true
    assert "pull_request_target" not in workflow[True]
    assert "${{ github.event." not in (PROJECT / WORKFLOW).read_text(), "a title of somebody’s pull request must not reach a shell"


def test_all_tests_run_at_night_and_may_do_nothing_but_read() -> None:
    workflow = yaml.safe_load((PROJECT / NIGHTLY).read_text())
    assert "make test-all" in scripts(workflow["jobs"]["test"])
    assert {"schedule", "workflow_dispatch"} <= set(workflow[True])  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())


def test_the_container_copies_what_is_there_and_runs_as_nobody_special() -> None:
    text = (PROJECT / "Containerfile").read_text()
    for source in re.findall(r"(?m)^COPY (?!--from)(\S+)", text):
        assert (PROJECT / source).exists()
    steps = re.findall(r"(?m)^([A-Z]+) ", text)
    assert steps[0] == "FROM"
    assert steps.index("USER") < steps.index("ENTRYPOINT")
    wanted = re.findall(r"lib[a-z0-9.-]+", re.search(r"recommends (.*) \\", text)[1])  # type: ignore[index]
    for_the_site, _, _ = (PROJECT / "setup" / "machine").read_text().partition("if [[ $purpose == test ]]")
    assert set(wanted) == set(re.findall(r"echo (lib\S+)", for_the_site))
