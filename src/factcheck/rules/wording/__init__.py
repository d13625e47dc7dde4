"""How rules put numbers, ranges and formulas into words: the same everywhere, in both languages."""
