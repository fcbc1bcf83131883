# Probata. `make brief` makes the documents of both cases; `make test` runs the whole suite; `make bench` measures;
# `make pythons` compares what several Pythons make.
.PHONY: brief test bench pythons locks pages clean

brief:
	@sh scripts/set_up.sh run
	@.venv/bin/python scripts/make_brief.py

test:
	@sh scripts/set_up.sh test
	@sh scripts/run_tests.sh

# Ratios, side by side; no part of the tests. Takes an hour and a half. See benchmarks/README.md.
bench:
	@sh scripts/set_up.sh run
	@.venv/bin/python -m benchmarks.run

# With each Python on the PATH, or those of PYTHONS. No part of the tests: some minutes and a network for each.
pythons:
	@sh scripts/set_up.sh test
	@sh scripts/try_pythons.sh $(PYTHONS)

# Both lock files anew from pyproject.toml. Locked versions are kept unless they no longer satisfy it; `make locks
# NEWEST=1` takes the newest release of everything.
locks:
	@sh scripts/make_locks.sh $(if $(NEWEST),--upgrade)

# What the program itself knows of the pages in docs/, and the JSON Schemas that record files name in their first line.
pages:
	@.venv/bin/python scripts/write_record_reference.py
	@.venv/bin/python scripts/write_tables.py
	@.venv/bin/python -m probata schema --out docs/schemas

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
