"""factcheck proves whether the numbers of an article can all be true at once."""

__version__ = "0.1.0"
