"""`python -m probata` is the command `probata`."""

from probata.cli.main import main

main()
