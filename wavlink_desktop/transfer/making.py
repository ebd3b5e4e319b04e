"""One sound made into its new file, or files."""

import math
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wavlink_desktop.audio import AudioInfo, Marker, probe
from wavlink_desktop.audio.encode import Coding, FileFormat, fitting_rate
from wavlink_desktop.audio.render import Outcome, Processing, Span, copy_frames, render, wave_at
from wavlink_desktop.metadata.errors import RefusedError
from wavlink_desktop.metadata.preflight import may_write_in

from .carrying import Chunks, Cut, new_wave_chunks, texts_of, wave_chunks, write_texts
from .marking import ends_left_behind, moved_markers, wave_marker_chunks, write_markers
from .naming import safe
from .placing import Names, temporary_files
from .recipe import Conversion, Part

_AT_ONCE = 4 << 20
_FORMATS: dict[str, FileFormat] = {
    "WAV": "wav", "RF64": "wav", "BW64": "wav", "AIFF": "aiff", "AIFC": "aiff", "FLAC": "flac", "MP3": "mp3",
}  # fmt: skip
_CODECS = {16: "PCM_16", 24: "PCM_24", 32: "FLOAT"}
_ENDINGS = {"wav": ".wav", "aiff": ".aif", "flac": ".flac", "mp3": ".mp3", "ogg": ".ogg"}
_SPEAKERS = {2: ("L", "R"), 3: ("L", "R", "C"), 4: ("L", "R", "Ls", "Rs"), 6: ("L", "R", "C", "LFE", "Ls", "Rs")}
_CHANGED = (
    "It has changed since it was scanned, so that the region may be another sound by now. Scan its folder, then "
    "try again."
)

Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one sound."""

    files: list[Path]
    note: str = ""
    """What its user should know of it; empty if nothing."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a sound becomes its new files."""

    span: Span
    coding: Coding
    processing: Processing
    split: bool
    exact: bool
    """Whether its frames can be copied bit by bit."""


def make(part: Part, conversion: Conversion, folder: Path, stem: str, names: Names, check: Check) -> Made:
    """Write a sound into `folder`, under `stem` and an ending, numbered where that is taken.

    Raises:
        RefusedError, AudioError: it cannot be done; the message says why.
        OSError: a disk failed, or is full.
    """
    clip = part.clip
    if not clip.online:
        raise RefusedError("Its folder or drive is not connected.")
    folder.mkdir(parents=True, exist_ok=True)
    may_write_in(folder)
    if part.whole and conversion.nothing:
        return _copied(clip.path, folder, stem, names, check)
    if not part.whole:
        _refuse_changed(part)
    info = probe(clip.path)
    plan = _plan(part, conversion, info)
    if part.whole and plan.exact:
        return _copied(clip.path, folder, stem, names, check)  # it is in that form already
    endings = _endings(plan, info.channels)
    cut = Cut(
        plan.span.first, plan.span.frames, info.sample_rate, plan.coding.sample_rate, plan.coding.bit_depth, plan.exact
    )
    is_wave = plan.coding.format == "wav"
    markers = [] if is_wave and wave_at(clip.path) is not None else moved_markers(clip.path, cut)
    chunks = _chunks(clip.path, cut, markers) if is_wave else ([], [])
    # One more: the file with its texts is another one than that with the sound.
    with temporary_files(folder, len(endings) + (not is_wave)) as (paths, files):
        sinks = files[: len(endings)]
        if plan.exact:
            outcome = copy_frames(clip.path, plan.span, sinks[0], chunks, check)
        else:
            outcome = render(clip.path, plan.span, sinks, plan.coding, plan.processing, chunks, check)
        for file in files:
            file.close()
        if not is_wave:
            for path in paths[:-1]:
                _describe(path, paths[-1], texts_of(clip.path), markers, plan.coding)
        placed = names.place(paths[: len(endings)], folder, stem, endings)
    notes = (_note(part, conversion, plan, outcome, info), ends_left_behind(markers, plan.coding.format))
    return Made(placed, " ".join(filter(None, notes)))


def _describe(path: Path, spare: Path, texts: Mapping[str, str], markers: Sequence[Marker], coding: Coding) -> None:
    """Put texts and markers into a new file, which is no WAV."""
    if texts:
        write_texts(path, spare, texts)
        spare.replace(path)
    if markers:
        write_markers(path, spare, markers, coding)


def _plan(part: Part, conversion: Conversion, info: AudioInfo) -> _Plan:
    span = _span(part, conversion, info)
    target = _target(conversion, part, info)
    rate = fitting_rate(target, conversion.sample_rate or info.sample_rate)
    depth = conversion.bit_depth or _depth(info)
    mono = conversion.channels == "mono" and info.channels > 1
    split = conversion.channels == "split" and info.channels > 1
    ends = span.first + span.frames
    processing = Processing(
        sample_rate=rate,
        mono=mono,
        peak=None if conversion.peak_db is None else 10 ** (conversion.peak_db / 20),
        fade_in=conversion.fade if span.first else 0.0,
        fade_out=conversion.fade if ends < round(info.duration * info.sample_rate) else 0.0,
    )
    as_it_is = rate == info.sample_rate and not mono and processing.peak is None
    faded = processing.fade_in > 0 or processing.fade_out > 0
    same_depth = conversion.bit_depth is None or info.codec == _CODECS[conversion.bit_depth]
    wave = wave_at(part.clip.path) if target == "wav" and as_it_is and same_depth and not (split or faded) else None
    coding = Coding(
        format=target,
        sample_rate=rate,
        channels=1 if mono or split else info.channels,
        bit_depth=depth,
        dither=depth == 16 and not (as_it_is and not faded and (info.bit_depth or 32) <= 16),
    )
    in_place = as_it_is and not (split or faded) and same_depth and _FORMATS.get(info.format) == target
    return _Plan(span, coding, processing, split, exact=wave is not None or (part.whole and in_place))


def _target(conversion: Conversion, part: Part, info: AudioInfo) -> FileFormat:
    """The format of the new file. A part of a lossy file becomes WAV: coding it a second time would lose again."""
    if conversion.format != "source":
        return conversion.format
    own = "ogg" if (info.format, info.codec) == ("OGG", "VORBIS") else _FORMATS.get(info.format, "wav")
    return own if part.whole or own in ("wav", "aiff", "flac") else "wav"


def _depth(info: AudioInfo) -> int:
    """Bits that hold what a file has: 32, float, for lossy codecs, which know no full scale."""
    bits = info.bit_depth or 32
    return 16 if bits <= 16 else 24 if bits <= 24 else 32


def _span(part: Part, conversion: Conversion, info: AudioInfo) -> Span:
    rate, length = info.sample_rate, round(info.duration * info.sample_rate)
    start, end = part.start or 0.0, math.inf if part.end is None else part.end
    if not (math.isfinite(start) and start >= 0 and end > start):
        raise RefusedError("The region is empty: drag one over the waveform that has a length.")
    if round(start * rate) >= length:
        raise RefusedError(f"The region begins behind the end of the sound, which is {info.duration:.3f} s long.")
    handles = 0.0 if part.whole else conversion.handles
    first = max(0, round((start - handles) * rate))
    last = min(length, round(min(end + handles, info.duration + 1) * rate))
    if last <= first:
        raise RefusedError("The region is shorter than one sample.")
    return Span(first, last - first)


def _endings(plan: _Plan, channels: int) -> list[str]:
    """Of the new file, or of each channel's."""
    ending = _ENDINGS[plan.coding.format]
    if not plan.split:
        return [ending]
    speakers = _SPEAKERS.get(channels) or tuple(str(number) for number in range(1, channels + 1))
    return [f".{speaker}{ending}" for speaker in speakers]


def _chunks(path: Path, cut: Cut, markers: Sequence[Marker]) -> Chunks:
    """`markers`: of a file that is no WAV."""
    if wave_at(path) is not None:
        return wave_chunks(path, cut)
    before, behind = new_wave_chunks(texts_of(path))
    return before, [*behind, *wave_marker_chunks(markers, cut.new_rate)]


def _refuse_changed(part: Part) -> None:
    try:
        status = part.clip.path.stat()
    except OSError:
        return  # opening it will say why
    if (status.st_size, status.st_mtime_ns / 1e9) != (part.clip.size, part.clip.modified):
        raise RefusedError(_CHANGED)


def _copied(path: Path, folder: Path, stem: str, names: Names, check: Check) -> Made:
    with temporary_files(folder, 1) as (paths, (target,)):
        try:
            source = path.open("rb")
        except FileNotFoundError as error:
            raise RefusedError("The file is not there: it was moved, renamed or deleted.") from error
        except PermissionError as error:
            raise RefusedError("The file may not be read: give yourself the permission to read it.") from error
        with source:
            while piece := source.read(_AT_ONCE):
                check()
                target.write(piece)
        target.close()
        shutil.copystat(path, paths[0])
        paths[0].chmod(paths[0].stat().st_mode | 0o200)  # a copy of a write-protected file is its owner's
        ending = safe(path.suffix)
        return Made(names.place(paths, folder, stem, [f".{ending}" if ending else ""]))


def _note(part: Part, conversion: Conversion, plan: _Plan, outcome: Outcome, info: AudioInfo) -> str:
    notes = []
    if outcome.damage:
        notes.append(f"It is not whole: {outcome.damage}.")
    if outcome.peak > 1.0 and plan.coding.bit_depth < 32 and plan.coding.format in ("wav", "aiff", "flac"):
        over = 20 * math.log10(outcome.peak)
        if over >= 0.05:
            notes.append(
                f"Its peaks were {over:.1f} dB over full scale and were cut: normalise, or choose 32-bit float."
            )
    wanted = conversion.sample_rate or info.sample_rate
    if plan.coding.sample_rate != wanted:
        notes.append(f"MP3 has no {wanted / 1000:g} kHz: it was written at {plan.coding.sample_rate / 1000:g} kHz.")
    if part.end is not None and part.end > info.duration + 0.01:
        notes.append(f"The region goes beyond the end of the sound, {info.duration:.3f} s, and was cut there.")
    return " ".join(notes)
