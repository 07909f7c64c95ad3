"""Build sites with other searches, Material's own and Pagefind, from the same records in a temporary folder."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.documents.page import JsonObject

MATERIAL_SETTINGS = """site_name: Bench
theme:
  name: material
  font: false
  custom_dir: {custom}
plugins: [search]
nav: [index.md]
not_in_nav: /**
validation: {{omitted_files: ignore}}
"""

_BARE = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"
"""Only the first page needs Material's own template: the index is the same, and ten thousand pages are made in seconds."""

ASK = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Find</title><ol id="found"></ol><script type="module">
import * as pagefind from "./pagefind/pagefind.js";
window.ask = async (query, most) => {
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, most).map(async (one) => (await one.data()).url));
};
const query = new URLSearchParams(location.search).get("q");
if (query) for (const url of await window.ask(query, 10)) {
  const item = document.createElement("li"); item.textContent = url; document.getElementById("found").append(item);
}
window.ready = true;
</script></html>"""


def service_words(service: JsonObject, labels: dict[str, str]) -> str:
    """All that our search knows of a service, as text: the others are given no less than ours."""
    needs = ", ".join(labels.get(need, need) for need in service["needs"])
    return " ".join([service.get("org", ""), " ".join(service.get("other", [])), service.get("summary", ""), needs])


def material_site(services: Sequence[JsonObject], labels: dict[str, str], folder: Path) -> Path:
    """A site with Material's search plugin on. Returns the folder of the finished site."""
    docs, custom = folder / "docs", folder / "custom"
    for path in (docs, custom):
        path.mkdir(parents=True)
    (custom / "main.html").write_text('{% extends "base.html" if page and page.is_homepage else "bare.html" %}')
    (custom / "bare.html").write_text(_BARE)
    (docs / "index.md").write_text("# Bench\n")
    for service in services:
        title = json.dumps(service["name"], ensure_ascii=False)
        body = html.escape(service_words(service, labels))
        page = f"---\ntitle: {title}\n---\n# {html.escape(service['name'])}\n\n{body}\n"
        (docs / f"{service['id']}.md").write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL_SETTINGS.format(custom=custom))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run([*command, "--site-dir", str(folder / "site")], check=True, capture_output=True)
    return folder / "site"


def pagefind_site(services: Sequence[JsonObject], labels: dict[str, str], folder: Path) -> Path:
    """A site with Pagefind's index. Returns its folder."""
    folder.mkdir(parents=True)
    for service in services:
        name, body = html.escape(service["name"]), html.escape(service_words(service, labels))
        page = f'<!doctype html><html lang="en"><title>{name}</title><main data-pagefind-body><h1>{name}</h1><p>{body}</p></main></html>'
        (folder / f"{service['id']}.html").write_text(page, encoding="utf-8")
    (folder / "index.html").write_text(ASK)
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(folder), "--silent"], check=True, capture_output=True)
    return folder
