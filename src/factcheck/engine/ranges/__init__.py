"""What constraints leave of a variable: its exact range, ends open where they are not reached."""

from factcheck.engine.ranges.finder import RangeFinder

__all__ = ["RangeFinder"]
