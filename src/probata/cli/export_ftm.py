"""stub"""

EXAMPLE = "x"


def ftm() -> None:
    """X"""
