"""What static hosts send beside the files: `_headers` and `_redirects`, as several of them read it."""

from __future__ import annotations

from collections.abc import Mapping

OPEN_FEED: dict[str, dict[str, str]] = {
    "/openreferral/*": {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS"},
}
"""Any page anywhere may read the feed: the standard asks for it, and all of it is public."""

LISTS = ("services", "taxonomies", "taxonomy_terms", "service_at_locations")
"""The lists of the feed, each with a file for every entry."""


def host_files() -> dict[str, bytes]:
    """The files for the host, by their paths in the site. Whoever has more to say adds a rule to the list here."""
    return {"_headers": headers(OPEN_FEED), "_redirects": feed_addresses()}


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
    for name in LISTS:
        lines.append(f"/openreferral/{name} /openreferral/{name}/index.json 200")
        lines.append(f"/openreferral/{name}/:id /openreferral/{name}/:id.json 200")
    return ("\n".join(lines) + "\n").encode()
