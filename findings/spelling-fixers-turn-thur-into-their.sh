#!/usr/bin/env bash
# codespell and typos: "Mon to Thur" becomes "Mon to Their", and the EHR becomes HER
#
# Versions:  codespell 2.4.3, typos 1.52.0 (PyPI)
# Input:     lines of a directory and of a job pack, with days, acronyms and a clinical system as
#            they are written; typos with its dictionary for British English
# Expected:  a tool that knows only common mistakes leaves words alone that it cannot know, in
#            capitals above all; where it writes, it is sure
# Behaviour: both correct words in capitals as any other, and with -w write wherever their list has
#            a single correction. A short form of Thursday is taken for a slip of "their", the
#            electronic health record for "her", advanced life support for "also", an antenatal
#            clinic for "and". Both end without an error, as nothing is left to correct.
# Seen:
#   codespell: Open Mon to Their 9am to 5pm / Update the HER in SystmOne / Holds ALSO / Refers to AND
#   typos:     Open Mon to Thur 9am to 5pm / Update the HER in SystemOne / Holds ALSO / Refers to AND
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check codespell==2.4.3 typos==1.52.0
cd "$work"

written='Open Mon to Thur 9am to 5pm\nUpdate the EHR in SystmOne\nHolds ALS\nRefers to ANC\n'
mkdir codespell typos
printf %b "$written" >codespell/pack.md
printf %b "$written" >typos/pack.md
printf '[default]\nlocale = "en-gb"\n' >typos.toml
venv/bin/codespell --write-changes codespell/pack.md 2>/dev/null
venv/bin/typos --config typos.toml --write-changes typos/pack.md

check() { # check TOOL THE-DAY THE-SYSTEM
  local want="Open Mon to $2 9am to 5pm / Update the HER in $3 / Holds ALSO / Refers to AND"
  local seen
  seen=$(paste -sd'|' "$1/pack.md" | sed 's:|: / :g')
  printf '%-10s %s\n' "$1:" "$seen"
  [ "$seen" = "$want" ] || { echo "changed in $1" >&2; exit 1; }
}
check codespell Their SystmOne
check typos Thur SystemOne
