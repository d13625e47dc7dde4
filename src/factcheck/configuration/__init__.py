"""Settings: from the command line, the environment and a file, in that order, all from one table."""
