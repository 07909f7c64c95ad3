"""Look web pages up politely: as robots.txt allows, one request a second to each host, within limits of time and size.

No request goes to a private address, wherever a name or a redirect leads: the address is looked at once the connection is made, so a
name that changes its address in between does not help (RFC 6890 has the ranges, RFC 9309 the rules of robots.txt).
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import urllib3
from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, LocationParseError

CALLED = "Fingerpost"
"""What we call ourselves, in requests and in robots.txt."""

_PAUSE = 1.0
"""Seconds between two requests to one host."""
_LARGEST = 2_000_000
"""Bytes of a page that are read. What comes after them is not looked at."""
_PATIENCE = 20.0
"""Seconds that a whole page may take."""
_REDIRECTS = 5
"""Redirects that are followed."""
_CHUNK = 65_536


@dataclass(frozen=True)
class Visit:
    """What came of looking a page up. `status` is 0 where nothing was read, and `trouble` says why."""

    address: str
    """The address that answered, after redirects."""
    status: int = 0
    content: bytes = b""
    charset: str | None = None
    trouble: str = ""


class _NotPublic(HTTPError):
    """The address is inside a private network."""


class _PublicHTTP(HTTPConnection):
    """A connection that ends before it asks anything of a private address."""

    def _new_conn(self) -> socket.socket:
        return _public(super()._new_conn())


class _PublicHTTPS(HTTPSConnection):
    """The same, encrypted."""

    def _new_conn(self) -> socket.socket:
        return _public(super()._new_conn())


class _PublicHTTPPool(HTTPConnectionPool):
    ConnectionCls = _PublicHTTP


class _PublicHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHTTPS


def _public(connection: socket.socket) -> socket.socket:
    address = ipaddress.ip_address(connection.getpeername()[0].partition("%")[0])
    inside = getattr(address, "ipv4_mapped", None) or address
    if not inside.is_global or inside.is_multicast:
        connection.close()
        raise _NotPublic("its address is inside a private network")
    return connection


@dataclass
class Visitor:
    """Looks pages up, one after the other. `private` allows private addresses, for tests and for an intranet."""

    about: str
    """An address where people can read who asks."""
    private: bool = False
    pause: float = _PAUSE
    patience: float = _PATIENCE
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _last: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, Protego | str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Prepare connections, without the proxies of the environment."""
        wait = urllib3.Timeout(connect=5, read=10)
        agent = {"User-Agent": f"{CALLED} (+{self.about})", "Accept": "text/html,application/xhtml+xml"}
        self._pools = urllib3.PoolManager(num_pools=4, timeout=wait, retries=False, headers=agent)
        if not self.private:
            self._pools.pool_classes_by_scheme = {"http": _PublicHTTPPool, "https": _PublicHTTPSPool}

    def visit(self, address: str) -> Visit:
        """Look a page up, and follow its redirects. Never raises for what the web does."""
        seen = set()
        for _ in range(_REDIRECTS + 1):
            if address in seen:
                return Visit(address, trouble="its redirects go round in a circle")
            seen.add(address)
            if urlsplit(address).scheme not in ("http", "https"):
                return Visit(address, trouble="it leads to something that is no web page")
            refusal = self._refusal(address)
            if refusal:
                return Visit(address, trouble=refusal)
            found, onward = self._ask(address)
            if not onward:
                return found
            address = urljoin(address, onward).partition("#")[0]
        return Visit(address, trouble=f"more than {_REDIRECTS} redirects")

    def _refusal(self, address: str) -> str:
        """Why robots.txt keeps us from a page, or nothing.

        Without the file all is allowed; if its host fails, nothing is (RFC 9309, 2.3.1).
        """
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        if origin not in self._robots:
            found, onward = self._ask(f"{origin}/robots.txt")
            if onward:
                found, _ = self._ask(urljoin(f"{origin}/robots.txt", onward))
            text = found.content.decode("utf-8", "replace") if found.status == 200 else ""
            failed = (found.trouble or "its robots.txt cannot be read") if found.status == 0 or found.status >= 500 else ""
            self._robots[origin] = failed or Protego.parse(text)
        rules = self._robots[origin]
        if isinstance(rules, str):
            return rules
        return "" if rules.can_fetch(address, CALLED) else "its robots.txt asks us not to read it"

    def _ask(self, address: str) -> tuple[Visit, str]:
        """One request: what came back, and where a redirect leads."""
        self._wait(urlsplit(address).hostname or "")
        end = self.clock() + self.patience
        try:
            answer = self._pools.request("GET", address, preload_content=False, redirect=False)
            try:
                if answer.status in (301, 302, 303, 307, 308):
                    return Visit(address, answer.status, trouble="a redirect that leads nowhere"), answer.headers.get("Location", "")
                content, late = self._read(answer, end)
            finally:
                answer.close()
        except (HTTPError, LocationParseError, UnicodeError, OSError, ValueError) as error:
            return Visit(address, trouble=_said(error)), ""
        if late:
            return Visit(address, trouble="it takes too long"), ""
        kind = answer.headers.get("Content-Type", "text/html").lower()
        if answer.status == 200 and not any(known in kind for known in ("html", "text/plain")):
            return Visit(address, trouble="it is no web page but a file"), ""
        charset = re.search(r"charset=\"?([\w-]{1,40})", kind)
        return Visit(address, answer.status, content, charset[1] if charset else None), ""

    def _read(self, answer: urllib3.BaseHTTPResponse, end: float) -> tuple[bytes, bool]:
        """The content up to the size limit, and whether the time ran out."""
        content = b""
        while chunk := answer.read1(_CHUNK):
            content += chunk
            if self.clock() > end:
                return content, True
            if len(content) >= _LARGEST:
                break
        return content[:_LARGEST], False

    def _wait(self, host: str) -> None:
        """Wait until a second has passed since the last request to a host."""
        now = self.clock()
        due = self._last.get(host, now - self.pause) + self.pause
        if due > now:
            self.sleep(due - now)
        self._last[host] = self.clock()


def _said(error: Exception) -> str:
    """Why nothing came back, in words."""
    text = f"{type(error).__name__} {error}"
    if isinstance(error, _NotPublic) or "private network" in text:
        return "its address is inside a private network"
    if "NameResolution" in text:
        return "its name is not known"
    return "its certificate is not valid" if "SSL" in text else "it does not answer"
