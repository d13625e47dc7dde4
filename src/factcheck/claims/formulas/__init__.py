"""Formulas: cut into tokens, parsed to trees, their names resolved."""
