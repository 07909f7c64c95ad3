"""Share the printing of many packs among workers: processes that are forked once everything is loaded, so that each begins warm."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from generator.documents.pack import Pack
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.formats import Printed
from generator.publishing.press import Press

Done = Callable[[Pack], None]
Made = tuple[list[bytes], Report]
"""What a worker sends back: a pack in every format, or what was wrong with it."""

_press: Press | None = None
"""The press that workers take over by being forked: it holds fonts and templates, which cannot be sent."""


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def print_all(press: Press, packs: Sequence[Pack], workers: int = 0, done: Done = lambda _: None) -> list[Printed]:
    """Every pack in every format, in order, whoever made it. `workers` is how many processes make them; 0 is one for each core.

    What is in the cache is only read. Raises Stopped at the end, with everything that went wrong: the other packs are made all the same.
    """
    missing = [pack for pack in packs if not press.has(pack)]
    workers = min(workers or cores(), len(missing))
    if workers < 2 or sys.platform != "linux":  # elsewhere a fork after the fonts were loaded is not safe
        return press.print_all(packs, done)
    made, wrong = _shared_out(press, missing, workers, done)
    printed = []
    for pack in packs:
        if pack.stem in made:
            printed += [Printed(pack, form, content) for form, content in zip(press.formats, made[pack.stem], strict=True)]
        elif press.has(pack):
            printed += press.print_pack(pack)
            done(pack)
    if len(wrong):
        raise Stopped(wrong)
    return printed


def _shared_out(press: Press, packs: Sequence[Pack], workers: int, done: Done) -> tuple[dict[str, list[bytes]], Report]:
    """Each pack's files by its stem, and what was wrong with those that have none."""
    global _press  # noqa: PLW0603  what is forked finds its press here
    press.warm()
    _press = press
    gc.collect()
    gc.freeze()  # so that a worker's collector leaves shared pages alone
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork"), initializer=_begin)
    try:
        found = [(pack, pool.submit(_printed, pack)) for pack in packs]
        return _gathered(found, done)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()
        _press = None


def _gathered(found: Sequence[tuple[Pack, Future[Made]]], done: Done) -> tuple[dict[str, list[bytes]], Report]:
    made: dict[str, list[bytes]] = {}
    wrong = Report()
    for pack, future in found:
        try:
            contents, report = future.result()
        except BrokenProcessPool:
            contents, report = [], Report([rule("pack-not-printed").at(Place(pack.stem), reason=STOPPED)])
        wrong.extend(report)
        if contents:
            made[pack.stem] = contents
        done(pack)
    return made, wrong


STOPPED = "a worker was stopped from outside, as a computer does that is short of memory. Make it again with ‘--workers 1’"


def _begin() -> None:
    """Leave Ctrl-C to the process that shares the work out: it tells the workers to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _printed(pack: Pack) -> Made:
    if _press is None:
        raise RuntimeError("A worker without a press: it was not forked from the process that shares the work out.")
    try:
        return [printed.content for printed in _press.print_pack(pack)], Report()
    except Stopped as stopped:
        return [], stopped.report
