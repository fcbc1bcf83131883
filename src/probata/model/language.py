"""Languages by their BCP 47 tags."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1024)
def primary(tag: str) -> str:
    """Return the language of a tag without script or country: `fr` of `fr-CH`."""
    return tag.partition("-")[0].lower()


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, whatever the country: `fr` and `fr-CH`."""
    return primary(one) == primary(other)
