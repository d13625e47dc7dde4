"""Numbers in English text: numerals, grammar, dates, nouns, names with numerals, and the scanner."""
