"""A web host that can be slow or unreachable, as for a browser with a bad connection."""

from __future__ import annotations

import threading
import time
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.hosting import Hosted


class Host:
    """A server that can be slow or stopped, and a copy of the site that can be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.slow: dict[str, float] = {}
        """How many seconds an address below the site takes to answer."""
        self.start()

    def start(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(_Slow, host=self, directory=str(self.folder)))
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def change(self, path: str, old: str, new: str) -> None:
        """Replace text in a file of the site."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


class _Slow(Hosted):
    def __init__(self, *given: Any, host: Host, **named: Any) -> None:
        self.host = host
        super().__init__(*given, **named)

    def do_GET(self) -> None:  # noqa: N802  the name that the library asks for
        time.sleep(self.host.slow.get(self.path.partition("?")[0].removeprefix("/"), 0))
        super().do_GET()


def ready(page: Page) -> None:
    """Wait until the service worker has installed and looks after this page."""
    workers = "navigator.serviceWorker"
    page.evaluate(f"new Promise(done => {workers}.controller ? done() : {workers}.addEventListener('controllerchange', () => done()))")
