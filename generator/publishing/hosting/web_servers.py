"""Configuration for nginx and Apache: the headers that every host sends, and what these two servers do not do by default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HeaderRules = Mapping[str, Mapping[str, str]]
"""Headers by name, for each pattern of addresses."""

CURRENT = "no-cache"
"""Browsers revalidate every file each time, so that no old phone number stays for long and unchanged files are not sent again."""

FONTS, A_WEEK = "/assets/fonts/", "public, max-age=604800"
"""Fonts are large, on every page, and hardly ever change."""

TEXT = (
    "text/css", "text/plain", "text/csv", "text/xml", "text/javascript", "application/javascript", "application/json", "application/xml",
    "image/svg+xml",
)  # fmt: skip
"""Types that are compressed in transit, beside HTML, and that are UTF-8."""


def nginx(everywhere: Mapping[str, str], rules: HeaderRules, moved: Mapping[str, str]) -> bytes:
    """For nginx: the part inside `server`. A location with headers of its own must repeat those for every file."""
    common, current = _nginx_headers(everywhere), _nginx_headers({"Cache-Control": CURRENT})
    types = " ".join(TEXT)
    lines = [
        "# Put this inside `server { … }`, and say there where the site is, such as: root /srv/fingerpost/site;",
        "index index.html;", "error_page 404 /404.html;", "charset utf-8;", f"charset_types {types};",
        "gzip on;", "gzip_vary on;", "gzip_min_length 1024;", f"gzip_types {types};", *common, *current,
    ]  # fmt: skip
    lines += _location("~ /\\.(?!well-known/)", ["return 404;"])
    lines += _location(f"^~ {FONTS}", [*common, *_nginx_headers({"Cache-Control": A_WEEK})])
    for old, new in moved.items():
        lines += _location(f"= {old}", [f"return 301 {new};"])
    # The default list of types does not have CSV, or has it under another name.
    csv = _location("~ \\.csv$", ["types { }", "default_type text/csv;"])
    lines += csv
    for pattern, sent in rules.items():
        answer = ["if ($request_method = OPTIONS) {", "    return 204;", "}"]
        inside = [*common, *current, *_nginx_headers(sent), *answer, "try_files $uri $uri.json $uri/index.json =404;", *csv]
        lines += _location(f"^~ {pattern.removesuffix('*')}", inside)
    return ("\n".join(lines) + "\n").encode()


def apache(everywhere: Mapping[str, str], rules: HeaderRules, moved: Mapping[str, str]) -> bytes:
    """For Apache 2.4: the part inside `<VirtualHost>`."""
    types = " ".join(("text/html", *TEXT))
    lines = [
        "# Put this inside `<VirtualHost …>`, and say there where the site is: DocumentRoot, and a <Directory> with `Require all granted`.",
        "# It needs four modules: a2enmod headers rewrite deflate mime",
        "DirectoryIndex index.html", "ErrorDocument 404 /404.html", "Options -Indexes -MultiViews", "AddDefaultCharset utf-8",
        "AddCharset utf-8 .css .csv .js .json .svg .txt .xml", "AddType text/csv .csv", "AddType font/woff2 .woff2",
        f"AddOutputFilterByType DEFLATE {types}",
        "FileETag None", *_apache_headers(everywhere), *_apache_headers({"Cache-Control": CURRENT}),
        f'<Location "{FONTS}">', *_apache_headers({"Cache-Control": A_WEEK}), "</Location>",
        "RewriteEngine On", "RewriteRule /\\.(?!well-known/) - [R=404,L]",
        *(f"RewriteRule ^{old}$ {new} [R=301,L]" for old, new in moved.items()),
    ]  # fmt: skip
    for pattern, sent in rules.items():
        below = pattern.removesuffix("*")
        lines += [f'<Location "{below}">', *_apache_headers(sent), "</Location>"]
        lines += ["RewriteCond %{REQUEST_METHOD} OPTIONS", f"RewriteRule ^{below} - [R=204,L]"]
        for ending in (".json", "/index.json"):
            lines += [f"RewriteCond %{{DOCUMENT_ROOT}}%{{REQUEST_URI}}{ending} -f", f"RewriteRule ^({below}.*[^/])$ $1{ending} [L]"]
        lines += [f"RewriteRule ^{below}$ {below}index.json [L]"]
    return ("\n".join(lines) + "\n").encode()


def _location(where: str, inside: Sequence[str]) -> list[str]:
    return [f"location {where} {{", *(f"    {line}" for line in inside), "}"]


def _nginx_headers(sent: Mapping[str, str]) -> list[str]:
    return [f'add_header {name} "{value}" always;' for name, value in sent.items()]


def _apache_headers(sent: Mapping[str, str]) -> list[str]:
    return [f'Header always set {name} "{value}"' for name, value in sent.items()]
