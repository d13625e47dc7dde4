"""What the numbers of a check are numbers of: units completed, dimensions compared."""
