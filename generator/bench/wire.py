"""A folder served on this machine, packed with gzip as web hosts do, that counts the bytes it sends."""

from __future__ import annotations

import gzip
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path

_PACKED = ("text/", "application/javascript", "application/json", "image/svg")
"""What a host packs. Other files are packed already."""


@dataclass
class Wire:
    """Where a folder is served, and how many bytes each address cost so far."""

    address: str = ""
    sent: Counter[str] = field(default_factory=Counter)

    def cost(self, *parts: str) -> int:
        """Bytes of the answers whose address holds one of `parts`; of all where none is named."""
        return sum(size for path, size in self.sent.items() if not parts or any(part in path for part in parts))


@contextmanager
def served(folder: Path, instead: Mapping[str, bytes] | None = None) -> Iterator[Wire]:
    """Serve a folder on a free port. `instead` holds what some addresses answer in place of their file."""
    wire, kept = Wire(), {path: _packed(path, content) for path, content in (instead or {}).items()}

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0].lstrip("/")
            path += "index.html" if path == "" or path.endswith("/") else ""
            if path not in kept:
                file = folder / path
                kept[path] = _packed(path, file.read_bytes()) if file.is_file() else ("", b"", False)
            kind, content, packed = kept[path]
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", kind or "text/plain")
            self.send_header("Content-Length", str(len(content)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            with suppress(ConnectionError):  # the page was closed before its service worker had all
                self.wfile.write(content)
                wire.sent[path] += len(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    wire.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield wire
    finally:
        server.shutdown()
        server.server_close()


def _packed(path: str, content: bytes) -> tuple[str, bytes, bool]:
    kind = "text/javascript" if path.endswith(".js") else guess_type(path)[0] or "application/octet-stream"
    packs = kind.startswith(_PACKED)
    return kind, gzip.compress(content, 9) if packs else content, packs
