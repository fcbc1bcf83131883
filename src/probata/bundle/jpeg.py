"""A JPEG without what its camera wrote beside the picture: place, time, device, name, a small copy of it.

Segments by ISO/IEC 10918-1, annex B; nothing of the picture is packed anew.
"""

from __future__ import annotations

from typing import Final

_KEPT: Final = frozenset((0xE0, 0xE2, 0xEE))
"""Application segments that the colours depend on: JFIF, ICC profile, Adobe."""
_START_OF_SCAN: Final = 0xDA
_END: Final = b"\xff\xd9"


def without_metadata(data: bytes) -> bytes:
    """Return the picture with its other application segments and comments left out, and what follows its end.

    What does not hold together as a JPEG is returned as it is.
    """
    if not data.startswith(b"\xff\xd8"):
        return data
    kept, place = [b"\xff\xd8"], 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return data
        kind = data[place + 1]
        if kind == 0xFF:  # a filling byte
            place += 1
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if kind == _START_OF_SCAN:
            # The end is looked for from here: small copies with ends of their own stand before.
            end = data.find(_END, place)
            kept.append(data[place : end + 2] if end > 0 else data[place:])
            return b"".join(kept)
        if length < 2:
            return data
        is_other = (0xE0 <= kind <= 0xEF and kind not in _KEPT) or kind == 0xFE
        is_small_copy = data[place + 4 : place + 8] in (b"JFXX", b"MPF\x00")
        if not is_other and not is_small_copy:
            kept.append(data[place : place + 2 + length])
        place += 2 + length
    return data
