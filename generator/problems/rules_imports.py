"""Rules on imported files and their records."""

from __future__ import annotations

IMPORTING: list[dict[str, str]] = [
    {
        "code": "import-unreadable",
        "title": "A file that cannot be imported",
        "message": "This cannot be read as {form}: {reason}.",
        "cure": "Save or download it again. Services can be imported from .json (Open Referral UK), .csv or .xlsx, "
        "and a correction from .yaml or .txt.",
        "about": "Nothing in the file was imported, because no one could say what is missing.",
    },
    {
        "code": "import-too-much",
        "title": "A file with too much in it",
        "message": "This has more than {what}.",
        "cure": "Split it into smaller files, and import them one after the other.",
        "about": "Nothing in the file was imported. The limit keeps a hostile file from filling the disk or the memory.",
    },
    {
        "code": "import-not-a-record",
        "title": "Something that is not a service",
        "message": "This is not a service, or its values are nested too deeply.",
        "cure": "Ask the publisher of the feed. A service is an object with `id`, `name` and `status`.",
        "about": "The record was left out. The others were imported.",
    },
    {
        "code": "import-no-name",
        "title": "A record without a name",
        "message": "It has no `name`.",
        "cure": "Ask the publisher of the feed. Without a name no one can say what the record is about.",
        "about": "The record was left out. The others were imported.",
    },
    {
        "code": "import-left-out",
        "title": "A field that could not be read",
        "message": "‘{field}’: {reason}.{quote}",
        "cure": "The record came in without it. Its file has a comment in that place: look it up, and fill it in.",
        "about": "An import never loses a record for one field of it.",
        "severity": "warning",
    },
    {
        "code": "import-no-id",
        "title": "A record without an id",
        "message": "It has no id.",
        "cure": "Give it one in the column ‘id’: small letters, figures and hyphens, such as example-helpline.",
        "about": "The id names the file and the page, and identifies the record at the next import.",
    },
    {
        "code": "import-twice",
        "title": "Two records with one id",
        "message": "The id ‘{id}’ is in the file already.",
        "cure": "Give one of them another id, or delete it.",
        "about": "The first record was imported. The second was left out.",
    },
    {
        "code": "import-in-the-way",
        "title": "An existing file that has mistakes",
        "message": "Its file {file} exists already, but has mistakes.",
        "cure": "Run `fingerpost check`, correct the file, and import again.",
        "about": "An import never overwrites a file that it could not read.",
    },
    {
        "code": "import-sheet-unread",
        "title": "A sheet that is not imported",
        "message": "Nothing of this sheet was imported. {reason}",
        "cure": "If it lists services, show it, or say which column has their names, such as `--column \u201cService=name\u201d`.",
        "about": "A workbook may have sheets with notes and lists beside those with services.",
        "severity": "warning",
    },
    {
        "code": "import-encoding-guessed",
        "title": "A table whose letters may be wrong",
        "message": "This table is not stored as UTF-8. It was read as Excel stores a plain CSV file.",
        "cure": "Check accents, pound signs and curly quotes. If they are wrong, save it in Excel as ‘CSV UTF-8’, and import it again.",
        "about": "A CSV file does not say how its letters are stored. Nearly all are UTF-8, or as Excel saves them.",
        "severity": "warning",
    },
    {
        "code": "import-column-unknown",
        "title": "A column that is not imported",
        "message": "The column ‘{column}’ is not the name of a field, or it appears twice.{near}",
        "cure": "Give it the name of a field, or leave it: it is ignored.",
        "about": "The columns are the fields of a service. An export shows them all.",
        "severity": "warning",
    },
    {
        "code": "feed-field-unknown",
        "title": "A remembered column of a feed that is no field",
        "message": "There is no field ‘{field}’.{near}",
        "cure": "Correct it, or delete this line and name the column with `--column` again.",
        "about": "An import remembers in `feeds/` which column of a table is which field.",
    },
    {
        "code": "correction-unknown",
        "title": "A correction of a service that is not there",
        "message": "There is no service ‘{id}’ here.{near}",
        "cure": "Correct the id in this line. The address of the page that was corrected ends with it.",
        "about": "A correction changes one service, and never adds one.",
    },
    {
        "code": "export-too-long",
        "title": "A text that is too long for an Excel cell",
        "message": "‘{column}’ has {length} characters. An Excel cell holds at most {limit}.",
        "cure": "Shorten it, or export to .json or .csv.",
        "about": "An export must lose nothing, so it stops rather than cut a text short.",
    },
]
"""Each entry is one rule; see `Rule`."""
