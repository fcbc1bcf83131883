"""Several cases in one test: all are tried, and those that fail are named."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]
Decorator = Callable[[Test], Test]
LONGEST_LABEL = 300


def each(
    names: str | Sequence[str],
    cases: Iterable[Any],
    ids: Callable[[Any], object] | Sequence[str] | None = None,
    made: Mapping[str, Callable[[Any], Any]] | None = None,
) -> Decorator:
    """Run a test once for each case, as `pytest.mark.parametrize` does, but as one test.

    Each case has a folder and patches of its own. `made` has what a test may ask for that is made from the case.
    """
    is_one = isinstance(names, str)
    keys, values, makers = ((names,) if isinstance(names, str) else tuple(names)), tuple(cases), made or {}
    assert values, "a test needs a case"

    def label(number: int) -> str:
        if ids is None:
            return repr(values[number])[:LONGEST_LABEL]
        return str(ids(values[number]) if callable(ids) else ids[number])

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)
        asked = {name: make for name, make in makers.items() if name in signature.parameters}
        assert asked or set(keys) <= set(signature.parameters), "a test asks for its case"

        def arguments(value: Any) -> dict[str, Any]:
            own = zip(keys, (value,) if is_one else value, strict=True)
            return {name: one for name, one in own if name in signature.parameters} | {
                name: make(value) for name, make in asked.items()
            }

        @wraps(test)
        def run(**fixtures: Any) -> None:
            faults = []
            for number, value in enumerate(values):
                try:
                    with _own(fixtures, number) as own:
                        test(**own, **arguments(value))
                except (Exception, pytest.fail.Exception) as fault:
                    fault.add_note(f"case: {label(number)}")
                    faults.append(fault)
            if len(faults) == 1:
                raise faults[0]
            if faults:
                raise BaseExceptionGroup(f"{len(faults)} of {len(values)} cases fail", faults)

        left = [one for name, one in signature.parameters.items() if name not in {*keys, *asked}]
        run.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return run

    return decorate


@contextmanager
def _own(fixtures: dict[str, Any], number: int) -> Iterator[dict[str, Any]]:
    """Give the fixtures of one case: nothing that another case wrote, patched or printed."""
    own = dict(fixtures)
    if "tmp_path" in own:
        own["tmp_path"] = fixtures["tmp_path"] / str(number)
        own["tmp_path"].mkdir()
    if "capsys" in own:
        own["capsys"].readouterr()
    with pytest.MonkeyPatch.context() as patches:
        if "monkeypatch" in own:
            own["monkeypatch"] = patches
        yield own
