"""Pictures of text read by Tesseract, where it is installed and was asked for. It errs: it is no text layer."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from types import MappingProxyType
from typing import Final

from probata.model.language import primary

_LANGUAGES: Final = MappingProxyType(
    {
        "ar": "ara", "be": "bel", "bg": "bul", "bn": "ben", "cs": "ces", "de": "deu", "el": "ell", "en": "eng", "es":
        "spa", "fa": "fas", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind",
        "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "km": "khm", "ko": "kor", "ku": "kmr", "ky": "kir", "lo":
        "lao", "my": "mya", "nl": "nld", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk",
        "sr": "srp", "sw": "swa", "ta": "tam", "tg": "tgk", "th": "tha", "ti": "tir", "tk": "tuk", "tr": "tur", "ug":
        "uig", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "chi_sim",
    }
)  # fmt: skip
"""What Tesseract calls a language."""
_SECONDS: Final = 120


def language_of(tag: str) -> str:
    """Return what Tesseract calls the language of a BCP 47 tag; empty where it knows none."""
    if tag.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        return "chi_tra"
    return _LANGUAGES.get(primary(tag), "")


def can_recognise(tag: str) -> bool:
    """Tell whether Tesseract is installed with the data of a language."""
    return language_of(tag) in _installed()


def is_installed() -> bool:
    """Tell whether Tesseract is installed with any language."""
    return bool(_installed())


@cache
def _installed() -> frozenset[str]:
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.decode(errors="replace").split()[1:])


def recognised(picture: bytes, tag: str) -> str:
    """Return the text of a picture in the language of a tag; empty where there is none, or it could not be read."""
    program = shutil.which("tesseract")
    if program is None or not can_recognise(tag):
        return ""
    command = [program, "stdin", "stdout", "-l", language_of(tag)]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""
