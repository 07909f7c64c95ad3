"""HTTP headers and redirects for web hosts: `_headers` and `_redirects`, which several hosts read, and for Azure, nginx and Apache."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.knowledge.library.library import Library
from generator.machine.atomic_write import replace_file
from generator.publishing.hosting.policy import Inline, inline, policy
from generator.publishing.hosting.web_servers import apache, nginx

OPEN_FEED: dict[str, dict[str, str]] = {
    "/openreferral/*": {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
        "Access-Control-Allow-Headers": "*",
    },
}
"""Any website may read the feed (CORS): the standard asks for it, and all of it is public."""

EVERYWHERE: dict[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Sent with every file, beside the Content-Security-Policy. Other websites do not learn which page a visitor came from."""

_LISTS = ("services", "taxonomies", "taxonomy_terms", "service_at_locations")
"""The lists of the feed, each with a file for every entry."""


def host_files(library: Library) -> dict[str, bytes]:
    """The header and redirect files to stage, by path. More rules are added here."""
    return {"_headers": headers(OPEN_FEED), "_redirects": feed_addresses() + _former_addresses(library)}


_MOVED = " 301"
"""The end of a line of `_redirects` for an address that has moved for good."""


def _former_addresses(library: Library) -> bytes:
    """`_redirects` for the former ids of services."""
    pairs = sorted((name, service.id) for service in library.services.values() for name in service.former_ids)
    return "".join(f"/services/{old}/ /services/{new}/{_MOVED}\n" for old, new in pairs).encode()


def _moved(site: Path) -> dict[str, str]:
    """The addresses that have moved, from the `_redirects` of a finished site, for hosts that do not read that file."""
    path = site / "_redirects"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    pairs = [line.split(" ") for line in lines if line.startswith("/services/") and line.endswith(_MOVED)]
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 3}


def write_host_files(site: Path, found: Inline | None = None) -> Collection[str]:
    """Write the host's header files into a finished site, with the Content-Security-Policy that its pages need.

    `found` are the inline scripts and styles of the pages; without it, every page is read. Returns the paths of the written files.
    """
    everywhere = {**EVERYWHERE, "Content-Security-Policy": policy(found or inline(site))}
    moved = _moved(site)
    files = {
        "_headers": headers({"/*": everywhere}, OPEN_FEED),
        "staticwebapp.config.json": azure(everywhere, OPEN_FEED, moved),
        "hosting/nginx.conf": nginx(everywhere, OPEN_FEED, moved),
        "hosting/apache.conf": apache(everywhere, OPEN_FEED, moved),
    }
    for name, content in files.items():
        replace_file(site / name, content)
    return files.keys()


def azure(everywhere: Mapping[str, str], rules: Mapping[str, Mapping[str, str]], moved: Mapping[str, str]) -> bytes:
    """`staticwebapp.config.json` of Azure Static Web Apps."""
    lists = [{"route": f"/openreferral/{name}", "rewrite": f"/openreferral/{name}/index.json"} for name in _LISTS]
    former = [{"route": old, "redirect": new, "statusCode": 301} for old, new in moved.items()]
    config = {
        "globalHeaders": dict(everywhere),
        "routes": [*former, *lists, *({"route": pattern, "headers": dict(sent)} for pattern, sent in rules.items())],
        "responseOverrides": {"404": {"rewrite": "/404.html", "statusCode": 404}},
    }
    return (json.dumps(config, indent=2) + "\n").encode()


def headers(*rules: Mapping[str, Mapping[str, str]]) -> bytes:
    """`_headers`: for each pattern of addresses, the headers of every file there. Rules for the same pattern are merged."""
    joined: dict[str, dict[str, str]] = {}
    for rule in rules:
        for pattern, sent in rule.items():
            joined.setdefault(pattern, {}).update(sent)
    lines = [line for pattern, sent in joined.items() for line in (pattern, *(f"  {name}: {value}" for name, value in sent.items()))]
    return ("\n".join(lines) + "\n").encode()


def feed_addresses() -> bytes:
    """`_redirects`: maps the addresses of the standard’s API, which have no file ending, to the files."""
    lines = ["/openreferral /openreferral/index.json 200"]
    for name in _LISTS:
        lines.append(f"/openreferral/{name} /openreferral/{name}/index.json 200")
        lines.append(f"/openreferral/{name}/:id /openreferral/{name}/:id.json 200")
    return ("\n".join(lines) + "\n").encode()
