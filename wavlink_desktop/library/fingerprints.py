"""What a file is known by when it is found again elsewhere."""

import hashlib

_CHUNK = 64 * 1024


def fingerprint(path: bytes, size: int) -> bytes:
    """Tells contents apart without reading all of them: BLAKE2b of the size and the first, middle and last 64 KiB.

    Not a hash of the whole: two takes that differ only in between would look alike. It serves to know a moved file by.
    """
    digest = hashlib.blake2b(size.to_bytes(8, "little"), digest_size=16)
    with open(path, "rb", buffering=0) as file:
        if size <= 3 * _CHUNK:
            digest.update(file.read())
        else:
            for position in (0, (size - _CHUNK) // 2, size - _CHUNK):
                file.seek(position)
                digest.update(file.read(_CHUNK))
    return digest.digest()
