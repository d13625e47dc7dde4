"""Findings that are known and lived with: a file of them, keyed by meaning."""
