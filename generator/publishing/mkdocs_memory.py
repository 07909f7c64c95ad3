"""Hook of MkDocs: a cache of rendered pages, keyed by a hash of everything that a page depends on.

Rendering is most of a build's time. A page depends only on its staged file, the theme, `mkdocs.yml`, the titles in the navigation, the
hooks and the libraries: staged pages do not include one another. All of that is in the key. Pages in the navigation are always
rendered, because MkDocs asks them for their titles.
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
"""Settings that are not in the key: paths, and those whose contents the digest covers otherwise."""

_EMPTY_TEMPLATE = "remembered.html"
"""An empty template, for pages whose whole HTML is cached."""


class _CachedBuild:
    """One build: its cache, the part of the key that all pages share, and the pages that are being rendered."""

    def __init__(self, cache: Cache, shared: bytes, listed: frozenset[str]) -> None:
        self.cache, self.shared, self.listed = cache, shared, listed
        self.published = os.environ.get("FINGERPOST_PUBLISHED")
        self.keys: dict[str, bytes] = {}
        self.cached: dict[str, bytes] = {}

    def look_up(self, name: str, source: bytes) -> bool:
        """Compute a page's key. Returns whether the page is in the cache."""
        key = self.keys[name] = hashlib.sha256(self.shared + name.encode() + b"\0" + source).digest()
        kept = self.cache.get(key)
        if kept is not None:
            self.cached[name] = kept
        return kept is not None


_now: _CachedBuild | None = None
"""The current build: hooks of MkDocs are functions, with nowhere else to keep state."""


def on_files(files: Any, *, config: Any, **_: Any) -> Any:
    """Hard-link staged files that are not pages from the last site if it has them: the feed alone has a file for every service."""
    bring_in(Path(config.site_dir), (file.dest_uri for file in files))
    published = os.environ.get("FINGERPOST_PUBLISHED")
    for file in files:
        if file.src_dir == config.docs_dir and not file.is_documentation_page():
            file.copy_file = partial(_place, file, published)
    return files


def _place(file: Any, published: str | None, *_: Any) -> None:
    """Put a staged file into the site. It is never hard-linked from the staging folder: editing the site must not change a staged file."""
    if not (published and _linked_from_last(f"{published}/{file.dest_uri}", file.abs_src_path, file.abs_dest_path)):
        copy(file.abs_src_path, file.abs_dest_path)


def _linked_from_last(last: str, source: str, target: str) -> bool:
    """Hard-link a file of the last site into the new one if it has the same bytes as `source`. Returns whether it did."""
    try:
        if not _is_file(last) or os.path.samefile(last, source) or not same_content(last, source):  # noqa: PTH121
            return False
    except OSError:
        return False
    link(last, target)
    return True


def _is_file(path: str) -> bool:
    """Whether a path is an ordinary file, and not a link or a pipe."""
    return stat.S_ISREG(os.lstat(path).st_mode)


def on_nav(nav: Any, *, config: Any, **_: Any) -> Any:
    """Start a build: compute the part of the key that all pages share."""
    global _now  # noqa: PLW0603  hooks of MkDocs have nowhere else to keep state
    folders = Folders.of(Path(config.docs_dir).parents[1])
    titles = [(page.url, _title(page)) for page in nav.pages]
    settings = {name: value for name, value in config.items() if name not in ELSEWHERE}
    made_with = digest_of([folders.theme, CODE / "publishing"], _LIBRARIES)
    shared = hashlib.sha256(made_with + json.dumps([settings, titles], default=repr).encode()).digest()
    _now = _CachedBuild(Cache(folders.rendered, compress=False), shared, frozenset(page.file.src_uri for page in nav.pages))
    return nav


def on_page_read_source(page: Any, **_: Any) -> str | None:
    """Return an empty source for a page that is in the cache, so that MkDocs does not parse it."""
    name = page.file.src_uri
    if _now is None or name in _now.listed:
        return None
    return "" if _now.look_up(name, page.file.content_bytes) else None


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Skip the theme for a page that is in the cache, and Markdown for a page that is plain HTML."""
    if _now and page.file.src_uri in _now.cached:
        page.meta, page.content = {"template": _EMPTY_TEMPLATE}, ""
    elif is_plain_html(markdown):
        page.content = markdown.strip()
    if page.content is not None:
        page.render = lambda *_: None  # setting up Markdown costs as much as reading a short page
    return markdown


def on_post_page(output: str, *, page: Any, **_: Any) -> str:
    """Take a page from the cache, or add it. This hook is the last, so that the work of the other hooks is cached too."""
    name = page.file.src_uri
    if _now is None or name in _now.listed:
        return output
    if name in _now.cached:
        digest, squeezed = _split(_now.cached.pop(name))
        return "" if _now.published and _linked_page(_now.published, page.file, digest) else zlib.decompress(squeezed).decode()
    _now.cache.put(_now.keys[name], _joined(output.encode("utf-8", "xmlcharrefreplace")))
    return output


def _joined(page: bytes) -> bytes:
    """A cache entry: the page's digest and the compressed page. Comparing the digest with the last site is faster than decompressing."""
    return hashlib.sha256(page).digest() + zlib.compress(page, 1)


def _split(kept: bytes) -> tuple[bytes, bytes]:
    """The digest and the compressed page of a cache entry."""
    size = hashlib.sha256().digest_size
    return kept[:size], kept[size:]


def _linked_page(site: str, file: Any, digest: bytes) -> bool:
    """Hard-link a page from the last site if it has the same digest; MkDocs then writes nothing. Returns whether it did.

    The last site is removed soon, and removing a file that has another hard link takes a third of the time.
    """
    last = f"{site}/{file.dest_uri}"
    try:
        same = _is_file(last) and hashlib.sha256(read_file(last)).digest() == digest
    except OSError:
        return False
    if same:
        link(last, file.abs_dest_path)
    return same


def on_post_build(**_: Any) -> None:
    """Write the cache."""
    if _now:
        _now.cache.close()


def on_build_error(**_: Any) -> None:
    """Write the cache after a failed build too."""
    on_post_build()


def _title(page: Any) -> str:
    """A page's title in the navigation: from `mkdocs.yml`, or else its file's front matter as a whole."""
    return str(page.title or page.file.content_string.partition("\n---")[0])
