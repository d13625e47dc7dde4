"""Numbers in Chinese text: numerals, grammar, dates, names with numerals, and the scanner."""
