"""Provisions, instruments, rules and responsibility against what is known of the law."""
