"""Write `docs/records.md` and the pages of `docs/records/`. Run it after a change of `src/probata/model/`."""

from __future__ import annotations

from pathlib import Path

from probata.cli.record_pages import record_pages

DOCS = Path(__file__).parents[1] / "docs"


def main() -> None:
    """Write every page."""
    (DOCS / "records").mkdir(exist_ok=True)
    for name, text in record_pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
