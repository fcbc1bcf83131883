"""The scripts of the project as tests call them."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from types import ModuleType

from tests.pages import ROOT


@cache
def script(name: str) -> ModuleType:
    """Load one of the scripts."""
    found = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[name] = module  # where a dataclass looks up its annotations
    found.loader.exec_module(module)
    return module
