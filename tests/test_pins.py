"""What workflows fetch cannot be exchanged: actions are named by commit, and each image by digest or with a line on how to pin it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
IMAGES = {
    "Containerfile": r"^FROM (\S+)",
    "examples/gitlab-ci.yml": r"^\s*image: (\S+)",
    ".github/workflows/publish.yml": r'"((?:debian|ubuntu):[^"]+)"',
    ".github/workflows/all-tests.yml": r'"((?:debian|ubuntu):[^"]+)"',
}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_named_by_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert used
    assert [name for name in used if not re.search(r"@[0-9a-f]{40}$", name)] == []


@pytest.mark.parametrize("name", IMAGES)
def test_images_are_named_by_digest_or_say_how(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    named = re.findall(IMAGES[name], text, re.MULTILINE)
    assert named
    assert all("@sha256:" in image for image in named) or "docker buildx imagetools inspect" in text
    assert name in (PROJECT / "content" / "guides" / "publish-the-site.md").read_text(encoding="utf-8")
