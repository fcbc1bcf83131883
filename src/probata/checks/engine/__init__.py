"""How checks run: what a check is, what it may look at, what it says, and what becomes of that."""
