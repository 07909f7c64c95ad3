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
        "code": "page-outside",
        "title": "A page that is a link out of its folder",
        "message": "This page is a link that leads out of the folder of hand-written pages.",
        "cure": "Put the page itself here, not a link to it.",
        "about": "A link could publish any file of the machine. Only files inside the folder are read.",
    },
    {
        "code": "page-name-refused",
        "title": "A page whose name makes no address",
        "message": "The name of this file or of its folder cannot be part of an address.",
        "cure": "Name it with letters, figures, hyphens and underscores only, and the ending .md.",
        "about": "The name of a hand-written page becomes its address. Spaces and signs in it break links.",
    },
    {
        "code": "pack-not-printed",
        "title": "A pack that could not be printed",
        "message": "The pack could not be printed: {reason}.",
        "cure": "Mend what is named here. If it names nothing of yours, report it to us with this message.",
        "about": "A PDF is only published when it is whole and accessible. A letter that the typeface lacks is the usual reason.",
    },
    {
        "code": "reference-doc-refused",
        "title": "A Word file that cannot lend its look",
        "message": "This file cannot lend its look to a pack: {reason}.",
        "cure": "Give a .docx file in your house style, as the guide ‘Change the look of the Word file’ tells. No pack was made.",
        "about": "Only the styles, the page and the headers of the file are used. One that holds programs or fetches things is refused.",
    },
    {
        "code": "attachment-too-large",
        "title": "A pack that is too large to attach",
        "message": "The {file} file of the pack {pack} has {size} MB. {form} takes {most} MB at most.",
        "cure": "Use smaller pictures in your own templates or in your Word file. If you have none, make the role shorter.",
        "about": "People attach the PDF or the Word file to an advert. How large it may be stands in data/recruitment/.",
    },
    {
        "code": "advert-text-cut",
        "title": "A text that was cut to fit the form",
        "severity": "information",
        "message": "{form}, {field}: {said}.",
        "cure": "Attach the pack to the advert: it has every statement. To have them all in the box, shorten or leave out some.",
        "about": "The text for a box is cut between two statements, never inside one, and the sheet says what was left over.",
    },
    {
        "code": "advert-text-refused",
        "title": "A text that the form would refuse",
        "severity": "warning",
        "message": "{form}, {field}: {said}.",
        "cure": "Change the text in this file, then make the pack again.",
        "about": "The form counts characters. How many each box takes stands in data/recruitment/, with the day we read it.",
    },
    {
        "code": "not-written",
        "title": "A file that could not be written",
        "message": "This could not be written: {reason}.",
        "cure": "Make room on the disk, or see that you may write here. Then run the command again.",
        "about": "The disk is full, or a folder belongs to somebody else. The site that was there before is untouched.",
    },
    {
        "code": "out-not-a-site",
        "title": "A folder that is not for a site",
        "message": "The site cannot go here: {reason}.",
        "cure": "Give --out a new folder, or one that holds nothing but an earlier site.",
        "about": "A build replaces the whole folder, so it takes only one that is new or empty, or that holds an earlier site.",
    },
    {
        "code": "build-under-way",
        "title": "Another build is under way",
        "message": "Another build of this folder (process {process}) has not ended in {seconds} seconds.",
        "cure": "Wait for it, or end that process. If there is none, try again: no file has to be deleted.",
        "about": "Two builds of one project would write the same staging folder, so the second waits for the first.",
    },
]
