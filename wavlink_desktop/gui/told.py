"""What the other rooms say in English, in the user's language: they know no window, and the command line says it too.

What users meet most is here; what is not is shown as it was said.
"""

import re
from functools import cache, lru_cache

from wavlink_desktop.gui.translation import N, translated

SENTENCES = (
    # The query
    N('There is no field "{0}:". The fields are {1}. Put quotes around words with a colon.'),
    N('"{0}:" needs a value, such as {1}.'),
    N('"{0}:" does not know "{1}". Write for instance {2}.'),
    N("{0}: there is nothing to be heard in it. Choose a sound that is not silent."),
    # Files that are read
    N("The file is not there: it was moved, renamed or deleted, or its drive is not connected."),
    N("The file is not there: a folder of its path was moved, renamed or deleted."),
    N("The file is not there: it was moved, renamed or deleted."),
    N("The file may not be read: give yourself the permission to read it."),
    N("The link leads back to itself: remove it or point it to a file."),
    N("The drive reports an error where this file lies: check the drive."),
    N("The drive stopped giving the file: {0}."),
    N("The file cannot be opened: {0}."),
    N("The file holds no sound: there is a header, and no sample behind it."),
    N("The file has no sound track."),
    N("The header is damaged: it gives a sample rate of {0} Hz."),
    N("This is a folder, not a sound file."),
    N("This is a pipe, a socket or a device, not a sound file."),
    N("The file is empty (0 bytes)."),
    N("The sound is damaged, cut off or coded in a way that is not supported."),
    N("This is not a sound file: whatever its name says, what is in it is no known sound format."),
    N("No sound could be read: {0}."),
    N("Not all of the file could be read: {0}."),
    N("{0} s of the sound are damaged or missing"),
    N("the file ends at once"),
    N("the file ends before it"),
    N("You may not read it. Change its permissions, then scan again."),
    N("It is a link to a file that is not there."),
    N("It is a link that leads back to itself."),
    N("The disk gave an error while it was read. Check the disk, then scan again."),
    # Files that are written, renamed, transferred
    N("It is not there: it was moved, renamed or deleted. Scan its folder, then try again."),
    N("It is not there: it was moved, renamed or deleted, or its drive is not connected."),
    N("It is not there: it was moved, renamed or deleted."),
    N("There is a file {0} already."),
    N("The system refused: {0}."),
    N("Another program holds it. Close that, then try again."),
    N("Another program has locked it. Close that, then try again."),
    N("It has changed since it was last looked at. Scan its folder, then try again."),
    N("It has changed since the preview. Look at the preview again."),
    N("The disk has no room for a second copy of it, which is needed for a moment."),
    N("You may not write in its folder. Change the folder's permissions, then try again."),
    N("It is write-protected. Change its permissions if you want tags in it."),
    N("It has no UCS subcategory yet. Tag it, or give it a CatID, then try again."),
    N("Its name does not say {0}. Say it for all that lack it."),
    N("who made it (CreatorID)"),
    N("what it is from (SourceID)"),
    N("Its name has no letters that could stand in the new one."),
    N("The blocks of its new name are too long together."),
    N("It is no WAV, RF64, BW64 or AIFF file."),
    N("The file is cut off: its header promises {0} bytes, it has {1}."),
    N("Its folder or drive is not connected."),
    N("The region is empty: drag one over the waveform that has a length."),
    N("The region is shorter than one sample."),
    N("The region begins behind the end of the sound, which is {0} s long."),
    N("The region goes beyond the end of the sound, {0} s, and was cut there."),
    N("Its peaks were {0} dB over full scale and were cut: normalise, or choose 32-bit float."),
    N("MP3 has no {0} kHz: it was written at {1} kHz."),
    N("The disk is full. Make room, then transfer the rest again."),
    N("{0} cannot say where a region ends: markers stand where they begin."),
    N(
        "The new files need at least {0}, and {1} has {2} free. Make room, choose another folder, or transfer fewer "
        "sounds."
    ),
    # The library
    N('There is a collection "{0}" already. Choose another name.'),
    N('"{0}" is a saved search: what it finds is in it. Choose a collection of clips.'),
    N("A collection needs a name with letters or digits."),
    N("{0} is not there. Check the path, and that its drive is connected."),
    N("{0} is not there, or is empty. Choose the folder that holds the sounds now."),
    N("Another program is writing to the library {0}. Try again when it is done."),
    N("The disk that holds the library {0} is full. Make room, then try again; nothing was lost."),
    N("{0} is not a WavLink library. Choose another file, or a new name to begin a library."),
    N("{0} is a database of another program. Choose another file for the library."),
    N("The library {0} is damaged. Restore a copy, or begin a new library and scan your folders again."),
    N("The library {0} may not be written. Check the permissions of the file and of its folder."),
    N("The library {0} could not be opened. Check that its folder exists and that you may write there."),
    N("The disk that holds the library {0} gave an error. Check that it is connected and has room."),
    N("There is not enough memory for the model. Close other programs, then try again."),
    N("What is said of these clips has changed since. Nothing was touched."),
)
"""As they are said there, with figures and names as `{0}`, `{1}`…"""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    made = []
    for sentence in SENTENCES:
        parts = (re.escape(part) for part in re.split(r"\{\d\}", sentence))
        made.append((re.compile("(.+?)".join(parts), re.DOTALL), sentence))
    return tuple(made)


@lru_cache(1024)  # a preview asks for the same few again and again
def _known(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The sentence that `text` is, and what stands in its places."""
    for pattern, sentence in _patterns():
        if match := pattern.fullmatch(text):
            return sentence, match.groups()
    return None


def told(said: object) -> str:
    """An error, or a reason, in the user's language."""
    text = str(said)
    known = _known(text)
    return translated(known[0]).format(*map(told, known[1])) if known else text
