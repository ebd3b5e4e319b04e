"""Results that grow on a worker: each stage comes to the window's thread; only the newest request counts."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from wavlink_desktop.gui.tasks import Latest

Stage = TypeVar("Stage")


class _Post(QObject):
    """Lives on the window's thread, so that its slot runs there whichever thread emits."""

    arrived = Signal(int, object)


class GrowingResult(Generic[Stage]):
    """As `Latest`, for a function that gives ever better results; one that is outdated stops at its next stage."""

    def __init__(self, take: Callable[[Stage], None], failed: Callable[[BaseException], None]) -> None:
        """`take` gets every stage, the last one as well; `failed` what went wrong."""
        self._take, self._failed = take, failed
        self._number = 0
        self._closed = False
        self._lane: Latest[None] = Latest()
        self._post = _Post()
        self._post.arrived.connect(self._arrived)

    @property
    def busy(self) -> bool:
        """Whether a request is under way."""
        return self._lane.busy

    def run(self, stages: Callable[[], Iterator[Stage]], whole: Callable[[Stage], None] | None = None) -> None:
        """Ask for something else; `whole` gets the last stage, once it has been taken."""
        if self._closed:
            return
        self._number += 1
        number, arrived = self._number, self._post.arrived

        def done(_: None, error: BaseException | None) -> None:
            if error is not None:
                self._failed(error)

        self._lane.run(lambda: self._work(number, stages, whole, arrived), done)

    def drop(self) -> None:
        """Forget what was asked for."""
        self._number += 1
        self._lane.drop()

    def close(self) -> None:
        """Forget it, and take no other: what the stages went to is about to be taken apart."""
        self._closed = True
        self.drop()

    def _work(
        self,
        number: int,
        stages: Callable[[], Iterator[Stage]],
        whole: Callable[[Stage], None] | None,
        arrived: SignalInstance,
    ) -> None:
        stage: Stage | None = None
        for stage in stages():
            if number != self._number:
                return
            arrived.emit(number, (stage, None))
        if stage is not None and whole is not None:
            arrived.emit(number, (stage, whole))

    def _arrived(self, number: int, came: tuple[Stage, Callable[[Stage], None] | None]) -> None:
        if number != self._number:
            return
        stage, whole = came
        if whole is None:
            self._take(stage)
        else:
            whole(stage)
