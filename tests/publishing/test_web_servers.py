"""The files for nginx and Apache, tried with the real programs on this machine where they are there."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.publishing.hosting.headers import EVERYWHERE, write_host_files

LONG = "Words that are worth packing. " * 200
FILES = {
    "index.html": f"<!doctype html><html lang=en><meta charset=utf-8><title>Café</title><p>{LONG}",
    "404.html": "<!doctype html><html lang=en><title>Page not found</title>",
    "roles/index.html": "<!doctype html><html lang=en><title>Roles</title>",
    "assets/fingerpost.css": f"/* {LONG} */",
    "assets/fingerpost.js": f"// {LONG}",
    "assets/fonts/letters.woff2": "not a font",
    "assets/mark.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><title>{LONG}</title></svg>",
    "openreferral/index.json": '{"version": "3.0"}',
    "openreferral/services/index.json": f'{{"words": "{LONG}"}}',
    "openreferral/services/a1.json": '{"id": "a1"}',
    "openreferral/tables/services.csv": "id,name\r\na1,Café\r\n",
    "tables.csv": f"id,name\r\na1,{LONG}\r\n",
    "notices.txt": f"Café {LONG}",
    ".fingerpost-site": "a list",
    ".git/config": "a secret",
    ".well-known/security.txt": "Contact: mailto:a@example.org",
}

NGINX = """daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  server {{ listen 127.0.0.1:{port}; root {site}; include {site}/hosting/nginx.conf; }}
}}
"""

APACHE = """ServerRoot "{folder}"
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
DefaultRuntimeDir {folder}
User www-data
Group www-data
{modules}
TypesConfig /etc/mime.types
<Directory "/">
  Require all denied
</Directory>
<VirtualHost 127.0.0.1:{port}>
  DocumentRoot "{site}"
  <Directory "{site}">
    Require all granted
  </Directory>
  Include {site}/hosting/apache.conf
</VirtualHost>
"""
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate", "alias")
APACHE_MODULES = Path("/usr/lib/apache2/modules")


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """A small site with a file of every kind. A server with its own user may read it, as it may not in pytest's own folders."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        for name, text in FILES.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8", newline="")
        write_host_files(site)
        for place in (site.parent, site):
            place.chmod(0o755)
        yield site


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[int]:
    """A server, until the test is over."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            for _ in range(200):
                if server.poll() is not None:
                    break
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    yield port
                    return
                time.sleep(0.05)
            pytest.fail(f"{command[0]} does not answer: {log.read_text() if log.is_file() else ''}")
        finally:
            server.terminate()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def nginx(site: Path, folder: Path) -> list[str]:
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if not program:
        pytest.skip("nginx is not there: apt-get install nginx-light")
    return [program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "server.conf")]


def apache(site: Path, folder: Path) -> list[str]:
    program = shutil.which("apache2", path="/usr/sbin:/usr/bin")
    if not program or not APACHE_MODULES.is_dir():
        pytest.skip("Apache is not there: apt-get install apache2")
    return [program, "-X", "-d", str(folder), "-f", str(folder / "server.conf")]


@pytest.fixture(scope="module", params=["nginx", "apache"])
def served(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port where a real server serves the site with our file."""
    folder, port = tmp_path_factory.mktemp(request.param), free_port()
    command = {"nginx": nginx, "apache": apache}[request.param](site, folder)
    modules = "\n".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in MODULES)
    user = "user root;" if os.getuid() == 0 else ""
    text = {"nginx": NGINX, "apache": APACHE}[request.param].format(folder=folder, site=site, port=port, modules=modules, user=user)
    (folder / "server.conf").write_text(text, encoding="utf-8")
    with running(command, port, folder / "error.log") as found:
        yield found


def asked(port: int, address: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


slow = pytest.mark.slow


@slow
@pytest.mark.parametrize(
    "address", ["/", "/roles/", "/assets/fingerpost.js", "/openreferral/", "/nowhere/", "/tables.csv", "/assets/fonts/letters.woff2"]
)
def test_everything_comes_with_the_headers_once(address: str, served: int) -> None:
    answer, _ = asked(served, address)
    for name in (*EVERYWHERE, "Content-Security-Policy", "Cache-Control"):
        assert len(answer.headers.get_all(name) or []) == 1, name
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


@slow
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/fingerpost.css", "text/css; charset=utf-8"),
        ("/assets/mark.svg", "image/svg+xml; charset=utf-8"),
        ("/notices.txt", "text/plain; charset=utf-8"),
        ("/tables.csv", "text/csv; charset=utf-8"),
        ("/openreferral/tables/services.csv", "text/csv; charset=utf-8"),
        ("/assets/fonts/letters.woff2", "font/woff2"),
    ],
)
def test_types_and_letters(address: str, kind: str, served: int) -> None:
    assert asked(served, address)[0].headers["Content-Type"].replace("UTF-8", "utf-8") == kind


@slow
@pytest.mark.parametrize(
    "address", ["/", "/assets/fingerpost.css", "/assets/fingerpost.js", "/assets/mark.svg", "/openreferral/services", "/tables.csv"]
)
def test_text_is_packed_for_whoever_can_unpack_it(address: str, served: int) -> None:
    plain, whole = asked(served, address)
    packed, body = asked(served, address, Accept_Encoding="gzip")
    assert plain.headers["Content-Encoding"] is None
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(body) == whole
    assert len(body) < len(whole) / 3


@slow
def test_what_has_not_changed_is_not_sent_again(served: int) -> None:
    first, _ = asked(served, "/", Accept_Encoding="gzip")
    assert first.headers["Cache-Control"] == "no-cache"
    again, body = asked(served, "/", Accept_Encoding="gzip", If_Modified_Since=first.headers["Last-Modified"])
    assert (again.status, body) == (304, b"")
    if first.headers["ETag"]:
        again, body = asked(served, "/", Accept_Encoding="gzip", If_None_Match=first.headers["ETag"])
        assert (again.status, body) == (304, b"")
    assert "max-age=604800" in asked(served, "/assets/fonts/letters.woff2")[0].headers["Cache-Control"]


@slow
def test_the_feed_answers_at_the_addresses_of_its_standard_and_to_pages_of_others(served: int) -> None:
    for address, words in (
        ("/openreferral/", b"version"),
        ("/openreferral/services", b"words"),
        ("/openreferral/services?page=1", b"words"),
        ("/openreferral/services/a1", b"a1"),
        ("/openreferral/services/a1.json", b"a1"),
    ):
        answer, body = asked(served, address)
        assert (answer.status, words in body) == (200, True), address
        assert answer.headers.get_all("Access-Control-Allow-Origin") == ["*"]
        assert answer.headers["Content-Type"].startswith("application/json")
    asks = {"Origin": "https://elsewhere.example", "Access_Control_Request_Method": "GET", "Access_Control_Request_Headers": "content-type"}
    answer, body = asked(served, "/openreferral/services", "OPTIONS", **asks)
    assert (answer.status, body) == (204, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]
    assert answer.headers["Access-Control-Allow-Headers"] == "*"
    assert asked(served, "/openreferral/services/none")[0].status == 404
    assert asked(served, "/openreferral/tables/services.csv")[0].headers["Access-Control-Allow-Origin"] == "*"
    assert asked(served, "/")[0].headers["Access-Control-Allow-Origin"] is None


@slow
@pytest.mark.parametrize("address", ["/nowhere/", "/.git/config", "/.fingerpost-site", "/openreferral/nothing", "/assets/"])
def test_what_is_not_there_or_not_for_others_is_not_found(address: str, served: int) -> None:
    answer, body = asked(served, address)
    assert answer.status in ((403, 404) if address == "/assets/" else (404,))
    assert b"secret" not in body
    assert b"a list" not in body
    if address == "/nowhere/":
        assert b"Page not found" in body


@slow
def test_what_others_put_beside_the_site_is_served(served: int) -> None:
    assert asked(served, "/.well-known/security.txt")[0].status == 200
