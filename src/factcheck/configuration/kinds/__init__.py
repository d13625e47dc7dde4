"""Kinds of settings: each reads TOML values and words, and describes itself as JSON Schema."""
