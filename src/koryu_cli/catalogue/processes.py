"""Work that is shared among processes, one for each processor."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from threading import Thread
from typing import Any, BinaryIO, NamedTuple, NoReturn, TypeVar

Result = TypeVar("Result")

MOST = 8


class WorkerError(Exception):
    """A process that did not do its part."""


class _Worker(NamedTuple):
    process: int
    answer: BinaryIO


def available() -> int:
    """Return how many processes can work at once; 1 where a process cannot be forked."""
    if not hasattr(os, "fork"):
        return 1
    affinity = getattr(os, "sched_getaffinity", None)
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, MOST)


def share(tasks: Sequence[Callable[[], Result]], count: int) -> list[Result]:
    """Run tasks in so many processes, this one among them, and return their results in order.

    Each process takes the next task from a queue, a pipe of their numbers, when it has done one, so
    that a slow one does less. A forked process has all that this one has, so that nothing is handed
    over but its results, which must be picklable. It holds the reading end of a pipe that only this
    process can write to, so that it learns of the end of this one, however that comes, and ends
    too.

    Args:
        tasks: what is to be done, 256 tasks at most.
        count: how many processes there are to be.

    Raises:
        WorkerError: a process could not be had, or failed, for whatever reason.
        ValueError: there are more tasks.
    """
    workers: list[_Worker] = []
    queue = _queue(len(tasks))
    lifeline, held = os.pipe()
    work = partial(_do, tasks, queue)
    try:
        for _ in range(count - 1):
            workers.append(_start(work, lifeline, held))  # noqa: PERF401 -- ended if one fails
        results = work()
        for worker in workers:
            results |= _result(worker)
        return [results[number] for number in range(len(tasks))]
    except OSError as error:
        raise WorkerError from error
    finally:
        os.close(queue)
        os.close(lifeline)
        os.close(held)
        for worker in workers:
            worker.answer.close()
            with suppress(ProcessLookupError):
                os.kill(worker.process, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(worker.process, 0)


def _queue(count: int) -> int:
    """Return a pipe from which the numbers of so many tasks can be read, a byte each."""
    numbers = bytes(range(count))
    queue, filling = os.pipe()
    os.write(filling, numbers)
    os.close(filling)
    return queue


def _do(tasks: Sequence[Callable[[], Result]], queue: int) -> dict[int, Result]:
    """Do tasks as long as there are any, and return their results by their numbers."""
    results = {}
    try:
        while number := os.read(queue, 1):
            results[number[0]] = tasks[number[0]]()
    except BaseException:
        os.read(queue, len(tasks))  # nobody need do the rest
        raise
    return results


def _start(task: Callable[[], object], lifeline: int, held: int) -> _Worker:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        os.close(held)
        _work(task, writing, lifeline)
    os.close(writing)
    return _Worker(process, os.fdopen(reading, "rb"))


def _work(task: Callable[[], object], writing: int, lifeline: int) -> NoReturn:
    """Answer with the result of a task, and end without what this process does at its end."""
    status = 1
    try:
        Thread(target=_end_with_parent, args=[lifeline], daemon=True).start()
        # A fault is told before the answer is closed: at its end the parent ends this process.
        with os.fdopen(writing, "wb") as answer, _faults_told():
            pickle.dump(task(), answer, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


@contextmanager
def _faults_told() -> Iterator[None]:
    """Say on standard error what goes wrong here, where faults are looked for."""
    try:
        yield
    except BaseException as error:
        _tell(error)
        raise


def _tell(error: BaseException) -> None:
    if os.environ.get("KORYU_DEBUG"):
        sys.stderr.write(f"koryu: a part of the file is not read alone: {error!r}\n")
        sys.stderr.flush()


def _end_with_parent(lifeline: int) -> NoReturn:
    """Wait for the end of the process that holds the other end of a pipe, and end this one."""
    os.read(lifeline, 1)
    os._exit(1)


def _result(worker: _Worker) -> Any:
    try:
        return pickle.load(worker.answer)  # noqa: S301 -- written by this very program
    except (EOFError, pickle.UnpicklingError) as error:
        _tell(error)  # one that is killed cannot
        raise WorkerError from error
