"""Claims written from a draft: one fact for each number, ready to be checked and to be completed by an editor."""
