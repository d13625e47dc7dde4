"""Rules: one file for each kind of finding; each chooses and phrases, none calculates."""
