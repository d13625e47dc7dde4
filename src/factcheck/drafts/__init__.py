"""Drafts: articles being edited; their numbers found, and claims anchored in them."""
