"""Exact joint judgement of relations over intervals: arithmetic only, no articles."""
