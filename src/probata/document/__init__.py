"""The document tree: what every stage after composition and every writer speaks.

It knows no law and no format. Blocks stand below each other, inlines beside each other.
"""
