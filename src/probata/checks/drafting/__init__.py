"""The wording of what documents print."""
