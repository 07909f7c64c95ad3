"""Run the reader of untrusted PDFs in a process of its own, and end it where it takes too long."""

from __future__ import annotations

import os
import sys
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired

from generator.machine.shipped import CODE

_PROGRAM = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from generator.machine.processes import end_with_parent
end_with_parent(int(sys.argv.pop(1)))
from generator.knowledge.source_documents.pdf_worker import {task}
{task}()
"""


def program_of(task: str) -> str:
    """The program of the process that runs a function of `pdf_worker`. It ends with this one, and looks for modules in no folder of
    the user's."""
    return _PROGRAM.format(task=task)


def output_of(program: str, content: bytes, argument: str, seconds: int) -> tuple[bytes, str]:
    """What the process prints of the content of a PDF, and why it was ended, if it was."""
    command = [sys.executable, "-I", "-c", program, str(CODE.parent), str(os.getpid()), argument]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as process:
        try:
            return process.communicate(content, timeout=seconds)[0], ""
        except TimeoutExpired:
            process.kill()
            return process.communicate()[0], f"reading took more than {seconds} seconds"
