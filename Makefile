# Probata. `make brief` makes the documents of both cases; `make test` runs the whole suite; `make bench` measures.
.PHONY: brief test bench schemas clean

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

# The JSON Schemas that the record files of claims/ name in their first line.
schemas:
	@.venv/bin/probata schema --out docs/schemas

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
