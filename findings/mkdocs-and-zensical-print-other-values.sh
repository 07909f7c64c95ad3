#!/usr/bin/env bash
# MkDocs and Zensical: one page, one theme, and other values of its front matter
#
# Versions:  MkDocs 1.6.1, mkdocs-material 9.8.2, Zensical 0.0.73 (PyPI)
# Input:     a page whose front matter has a time, a "no", an organisation code and a phone number,
#            printed by a template in custom_dir; and an offline page in theme.static_templates
# Expected:  Zensical, which reads mkdocs.yml and the same templates, prints what MkDocs prints and
#            writes the same pages, or says what it leaves out
# Behaviour: MkDocs reads front matter as YAML 1.1, Zensical as YAML 1.2: each gets values wrong
#            that the other gets right. The offline page is not written, without a word, and
#            --strict passes in both.
# Seen:
#               MkDocs      Zensical
#   18:30       1110        18:30
#   no          False       no
#   08001111    08001111    8001111
#   010         8           10
#   offline.html: MkDocs True, Zensical False
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-material==9.8.2 zensical==0.0.73
mkdir -p "$work/docs" "$work/theme"
cd "$work"

cat >mkdocs.yml <<'YAML'
site_name: Services
theme:
  name: material
  font: false
  custom_dir: theme
  static_templates: [offline.html]
YAML
cat >docs/index.md <<'MD'
---
template: service.html
a: 18:30
b: no
c: 08001111
d: 010
---
# A service
MD
cat >theme/service.html <<'HTML'
{% extends "main.html" %}
{% block content %}[{{ page.meta.a }}|{{ page.meta.b }}|{{ page.meta.c }}|{{ page.meta.d }}]{% endblock %}
HTML
echo '<p>You are offline</p>' >theme/offline.html

export NO_MKDOCS_2_WARNING=1
venv/bin/mkdocs build --quiet --strict --site-dir mkdocs
venv/bin/zensical build --strict >zensical.log 2>&1 || { cat zensical.log; exit 1; }
mv site zensical

venv/bin/python - <<'PY'
import re
from pathlib import Path

WRITTEN = ["18:30", "no", "08001111", "010"]


def printed(folder):
    page = Path(folder, "index.html").read_text()
    return re.search(r"\[([^\[\]|]*(?:\|[^\[\]|]*){3})\]", page)[1].split("|")


old, new = printed("mkdocs"), printed("zensical")
print(f"{'':<11} {'MkDocs':<11} Zensical")
for row in zip(WRITTEN, old, new, strict=True):
    print("{:<11} {:<11} {}".format(*row))
offline = [Path(folder, "offline.html").exists() for folder in ("mkdocs", "zensical")]
print("offline.html: MkDocs {}, Zensical {}".format(*offline))
log = Path("zensical.log").read_text()
assert old == ["1110", "False", "08001111", "8"], "changed in MkDocs"
assert new == ["18:30", "no", "8001111", "10"], f"changed in Zensical: {new}"
assert offline == [True, False] and "offline" not in log, "changed: the offline page"
PY
