"""Rules on what surrounds the data: templates, hand-written pages and the site engine."""

from __future__ import annotations

BUILDING: list[dict[str, str]] = [
    {
        "code": "template-broken",
        "title": "A template with a mistake",
        "message": "The template has a mistake: {reason}.",
        "cure": "Mend the template on this line. To go back to ours, take your copy out of your templates folder.",
        "about": "Templates are Jinja. The line is where Jinja stopped.",
    },
    {
        "code": "engine-failed",
        "title": "The site could not be made",
        "message": "The site engine stopped: {reason}.",
        "cure": "If you changed mkdocs.yml or a template of the site, look there first. The site that was there before is untouched.",
        "about": "MkDocs turns the staged pages into the site. It stopped before it was done.",
    },
    {
        "code": "front-matter-broken",
        "title": "A page whose heading block cannot be read",
        "message": "The block between the two lines ‘---’ at the top of this page cannot be read.",
        "cure": "Write it as `title: …` and `description: …`, each on one line.",
        "about": "Every hand-written page starts with its title and a description.",
    },
    {
        "code": "pack-not-printed",
        "title": "A pack that could not be printed",
        "message": "The pack could not be printed: {reason}.",
        "cure": "Mend what is named here. If it names nothing of yours, report it to us with this message.",
        "about": "A PDF is only published when it is whole and accessible. A letter that the typeface lacks is the usual reason.",
    },
]
