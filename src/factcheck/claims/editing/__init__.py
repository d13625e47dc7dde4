"""Edits of claims files as text: everything that the edit is not about stays as it was, comments included."""
