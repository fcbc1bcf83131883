"""A Word file that came back: what was changed in it, what can be done with each change, and what that writes."""
