"""Corrections of claims files where there is no doubt: what the article prints is never touched, only how it was copied."""
