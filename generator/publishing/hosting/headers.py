"""What hosts send beside the files: `_headers` and `_redirects`, as several of them read it, and the same for Azure, nginx and Apache."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path

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
"""Any page anywhere may read the feed: the standard asks for it, and all of it is public."""

EVERYWHERE: dict[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Sent with every file, beside the policy. No other website learns which page somebody came from."""

_LISTS = ("services", "taxonomies", "taxonomy_terms", "service_at_locations")
"""The lists of the feed, each with a file for every entry."""


def host_files() -> dict[str, bytes]:
    """The files for the host, by their paths in the site. Whoever has more to say adds a rule to the list here."""
    return {"_headers": headers(OPEN_FEED), "_redirects": feed_addresses()}


def write_host_files(site: Path, found: Inline | None = None) -> Collection[str]:
    """Write into a finished site what its host is to send, with the policy that its pages need, in which `found` was found.

    Returns the paths of what was written.
    """
    everywhere = {**EVERYWHERE, "Content-Security-Policy": policy(found or inline(site))}
    files = {
        "_headers": headers({"/*": everywhere}, OPEN_FEED),
        "staticwebapp.config.json": azure(everywhere, OPEN_FEED),
        "hosting/nginx.conf": nginx(everywhere, OPEN_FEED),
        "hosting/apache.conf": apache(everywhere, OPEN_FEED),
    }
    for name, content in files.items():
        replace_file(site / name, content)
    return files.keys()


def azure(everywhere: Mapping[str, str], rules: Mapping[str, Mapping[str, str]]) -> bytes:
    """`staticwebapp.config.json` of Azure Static Web Apps."""
    lists = [{"route": f"/openreferral/{name}", "rewrite": f"/openreferral/{name}/index.json"} for name in _LISTS]
    told = {
        "globalHeaders": dict(everywhere),
        "routes": [*lists, *({"route": pattern, "headers": dict(sent)} for pattern, sent in rules.items())],
        "responseOverrides": {"404": {"rewrite": "/404.html", "statusCode": 404}},
    }
    return (json.dumps(told, indent=2) + "\n").encode()


def headers(*rules: Mapping[str, Mapping[str, str]]) -> bytes:
    """`_headers`: for each pattern of addresses, what is sent with every file there. Rules for the same pattern are joined."""
    joined: dict[str, dict[str, str]] = {}
    for rule in rules:
        for pattern, sent in rule.items():
            joined.setdefault(pattern, {}).update(sent)
    lines = [line for pattern, sent in joined.items() for line in (pattern, *(f"  {name}: {value}" for name, value in sent.items()))]
    return ("\n".join(lines) + "\n").encode()


def feed_addresses() -> bytes:
    """`_redirects`: the addresses of the standard’s API, which have no ending, answered by the files."""
    lines = ["/openreferral /openreferral/index.json 200"]
    for name in _LISTS:
        lines.append(f"/openreferral/{name} /openreferral/{name}/index.json 200")
        lines.append(f"/openreferral/{name}/:id /openreferral/{name}/:id.json 200")
    return ("\n".join(lines) + "\n").encode()
