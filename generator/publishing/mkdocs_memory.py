"""A third hook for MkDocs, which spares it work: a page that was made before from the same things is taken from memory.

Rendering is most of what a build costs. What a page of ours looks like follows from its own staged file, the theme, `mkdocs.yml`, the
titles in the navigation, the hooks and the libraries, and from nothing else: staged pages do not include one another. All of that
is in the key. Pages in the navigation are always rendered, because MkDocs asks them for their titles.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zlib
from functools import partial
from pathlib import Path
from typing import Any

from generator.machine.ordinary_files import read_file, same_content
from generator.machine.shipped import CODE
from generator.publishing.disk.cache import Cache, digest_of
from generator.publishing.disk.files import copy, link
from generator.publishing.disk.folders import Folders
from generator.publishing.disk.page_folders import bring_in
from generator.publishing.engine.html_body import is_plain_html

_LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "markupsafe", "pygments", "pyyaml")
"""Libraries whose version can change a page."""

ELSEWHERE = ("config_file_path", "docs_dir", "site_dir", "theme", "hooks", "plugins", "watch")
"""Settings that say where things are, or that the digest holds in another way."""

_BARE = "remembered.html"
"""The template that costs nothing, for pages whose whole text is remembered."""


class _Remembering:
    """One build: its memory, what all its pages share, and the pages that are being made."""

    def __init__(self, memory: Cache, shared: bytes, listed: frozenset[str]) -> None:
        self.memory, self.shared, self.listed = memory, shared, listed
        self.published = os.environ.get("FINGERPOST_PUBLISHED")
        self.keys: dict[str, bytes] = {}
        self.known: dict[str, bytes] = {}

    def recall(self, name: str, source: bytes) -> bool:
        """Whether a page is known; from now on its key is."""
        key = self.keys[name] = hashlib.sha256(self.shared + name.encode() + b"\0" + source).digest()
        kept = self.memory.get(key)
        if kept is not None:
            self.known[name] = kept
        return kept is not None


_now: _Remembering | None = None
"""The build that is going on: MkDocs calls functions, and keeps nothing for them."""


def on_files(files: Any, *, config: Any, **_: Any) -> Any:
    """Staged files that are no pages go on from the last site, where it has them: the feed alone has one for every service."""
    bring_in(Path(config.site_dir), (file.dest_uri for file in files))
    published = os.environ.get("FINGERPOST_PUBLISHED")
    for file in files:
        if file.src_dir == config.docs_dir and not file.is_documentation_page():
            file.copy_file = partial(_place, file, published)
    return files


def _place(file: Any, published: str | None, *_: Any) -> None:
    """Put a staged file into the site. It is never the staged file itself by another name: whoever edits the site must not edit that."""
    if not (published and _goes_on(f"{published}/{file.dest_uri}", file.abs_src_path, file.abs_dest_path)):
        copy(file.abs_src_path, file.abs_dest_path)


def _goes_on(last: str, source: str, target: str) -> bool:
    """Give a file of the last site a second name in the new one, if it has the bytes of `source`."""
    try:
        if not _is_file(last) or os.path.samefile(last, source) or not same_content(last, source):  # noqa: PTH121
            return False
    except OSError:
        return False
    link(last, target)
    return True


def _is_file(path: str) -> bool:
    """Whether there is an ordinary file, and no link or pipe in its place."""
    return stat.S_ISREG(os.lstat(path).st_mode)


def on_nav(nav: Any, *, config: Any, **_: Any) -> Any:
    """Begin a build."""
    global _now  # noqa: PLW0603  MkDocs gives its hooks nowhere else to keep anything
    folders = Folders.of(Path(config.docs_dir).parents[1])
    titles = [(page.url, _title(page)) for page in nav.pages]
    settings = {name: value for name, value in config.items() if name not in ELSEWHERE}
    made_with = digest_of([folders.theme, CODE / "publishing"], _LIBRARIES)
    shared = hashlib.sha256(made_with + json.dumps([settings, titles], default=repr).encode()).digest()
    _now = _Remembering(Cache(folders.rendered, squeezed=False), shared, frozenset(page.file.src_uri for page in nav.pages))
    return nav


def on_page_read_source(page: Any, **_: Any) -> str | None:
    """Nothing to read of a page that is known."""
    name = page.file.src_uri
    if _now is None or name in _now.listed:
        return None
    return "" if _now.recall(name, page.file.content_bytes) else None


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """A page that is known needs no theme, and one that is HTML already no Markdown."""
    if _now and page.file.src_uri in _now.known:
        page.meta, page.content = {"template": _BARE}, ""
    elif is_plain_html(markdown):
        page.content = markdown.strip()
    if page.content is not None:
        page.render = lambda *_: None  # setting up Markdown costs as much as reading a short page
    return markdown


def on_post_page(output: str, *, page: Any, **_: Any) -> str:
    """The page from memory, or into it. This hook stands last, so that the other hooks' work is remembered too."""
    name = page.file.src_uri
    if _now is None or name in _now.listed:
        return output
    if name in _now.known:
        digest, squeezed = _split(_now.known.pop(name))
        return "" if _now.published and _published(_now.published, page.file, digest) else zlib.decompress(squeezed).decode()
    _now.memory.put(_now.keys[name], _joined(output.encode("utf-8", "xmlcharrefreplace")))
    return output


def _joined(page: bytes) -> bytes:
    """A page as it is remembered. Its digest tells whether the last site has it, which takes less time than to unpack it."""
    return hashlib.sha256(page).digest() + zlib.compress(page, 1)


def _split(kept: bytes) -> tuple[bytes, bytes]:
    """The digest of a page that is remembered, and the page, which is compressed."""
    size = hashlib.sha256().digest_size
    return kept[:size], kept[size:]


def _published(site: str, file: Any, digest: bytes) -> bool:
    """Whether the last site has just this page: then it stands in both, and MkDocs writes nothing. The last site is soon removed, and
    a page that goes on under another name is removed in a third of the time."""
    last = f"{site}/{file.dest_uri}"
    try:
        same = _is_file(last) and hashlib.sha256(read_file(last)).digest() == digest
    except OSError:
        return False
    if same:
        link(last, file.abs_dest_path)
    return same


def on_post_build(**_: Any) -> None:
    """Write down what was made."""
    if _now:
        _now.memory.close()


def on_build_error(**_: Any) -> None:
    """A build that stops lets go of its memory too."""
    on_post_build()


def _title(page: Any) -> str:
    """What the navigation calls a page: what `mkdocs.yml` says, or the heading block of its file."""
    return str(page.title or page.file.content_string.partition("\n---")[0])
