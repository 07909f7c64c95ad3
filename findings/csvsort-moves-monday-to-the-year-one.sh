#!/usr/bin/env bash
# csvkit: to sort a file by name makes Monday a day of the year 1, and 09:30 nine minutes
#
# Versions:  csvkit 2.2.0, agate 1.14.2 (PyPI)
# Input:     a CSV of three groups, with phone, weekday, time and kind; sorted by name
# Expected:  the same rows in another order
# Behaviour: csvsort guesses a type for each column and writes what it guessed. A column of weekday
#            names is read as dates, counted from the first day of the year 1. HH:MM is read as
#            minutes and seconds. The nought of a phone number goes, and NA (here Narcotics
#            Anonymous) becomes blank. Nothing is said, and the exit status is 0. --no-inference
#            keeps all but NA, which needs --blanks too.
# Seen:
#   as it was:                Choir,01632960123,Friday,14:00,NA
#   csvsort:                  Choir,1632960123,0001-01-05,0:14:00,
#   --no-inference:           Choir,01632960123,Friday,14:00,
#   --no-inference, --blanks: Choir,01632960123,Friday,14:00,NA
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2

cd "$work" && venv/bin/python - <<'PY'
import subprocess

LINES = ["name,phone,day,starts,kind", "Walk,08001111,Monday,09:30,AA",
         "Choir,01632960123,Friday,14:00,NA", "Allotment,01632960456,Tuesday,10:00,AA"]
with open("groups.csv", "w") as file:
    file.write("\n".join(LINES) + "\n")


def rows(*options):
    command = ["venv/bin/csvsort", *options, "--columns", "name", "groups.csv"]
    return subprocess.check_output(command, text=True).splitlines()


seen = {
    "as it was": LINES,
    "csvsort": rows(),
    "--no-inference": rows("--no-inference"),
    "--no-inference, --blanks": rows("--no-inference", "--blanks"),
}
for label, lines in seen.items():
    choir = next(line for line in lines if line.startswith("Choir"))
    print(f"{label + ':':<25} {choir}")
whole = [LINES[0], *sorted(LINES[1:])]
assert seen["csvsort"] == [
    LINES[0],
    "Allotment,1632960456,0001-01-02,0:10:00,AA",
    "Choir,1632960123,0001-01-05,0:14:00,",
    "Walk,8001111,0001-01-08,0:09:30,AA",
], "changed"
assert seen["--no-inference"] == [line.replace(",NA", ",") for line in whole], "changed for NA"
assert seen["--no-inference, --blanks"] == whole, "changed with --blanks"
PY
