"""Diagnosis: which number is wrong, and what it could be."""
