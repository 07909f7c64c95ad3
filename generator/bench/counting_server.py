"""Serve a folder on this machine, compressed with gzip as web hosts do, and count the bytes sent."""

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

_COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg")
"""Content types that hosts compress. Other files are compressed already."""


@dataclass
class CountingServer:
    """The address of the server, and the bytes sent for each path so far."""

    address: str = ""
    sent: Counter[str] = field(default_factory=Counter)

    def bytes_sent(self, *parts: str) -> int:
        """Bytes of responses whose path contains one of `parts`; of all without `parts`."""
        return sum(size for path, size in self.sent.items() if not parts or any(part in path for part in parts))


@contextmanager
def serve(folder: Path, instead: Mapping[str, bytes] | None = None) -> Iterator[CountingServer]:
    """Serve a folder on a free port. `instead` replaces the content of some paths."""
    counting, responses = CountingServer(), {path: _compressed(path, content) for path, content in (instead or {}).items()}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0].lstrip("/")
            path += "index.html" if path == "" or path.endswith("/") else ""
            if path not in responses:
                file = folder / path
                responses[path] = _compressed(path, file.read_bytes()) if file.is_file() else ("", b"", False)
            kind, content, compressed = responses[path]
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", kind or "text/plain")
            self.send_header("Content-Length", str(len(content)))
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            with suppress(ConnectionError):  # the page was closed before its service worker had all
                self.wfile.write(content)
                counting.sent[path] += len(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    counting.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield counting
    finally:
        server.shutdown()
        server.server_close()


def _compressed(path: str, content: bytes) -> tuple[str, bytes, bool]:
    kind = "text/javascript" if path.endswith(".js") else guess_type(path)[0] or "application/octet-stream"
    compresses = kind.startswith(_COMPRESSIBLE)
    return kind, gzip.compress(content, 9) if compresses else content, compresses
