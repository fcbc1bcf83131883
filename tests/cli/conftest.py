"""The case that most commands are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import write_case


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A small valid case below `claims`."""
    return write_case(tmp_path / "claims").relative_to(tmp_path)
