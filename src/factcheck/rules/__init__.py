"""Rules: one file per kind of finding, which chooses and phrases it. :mod:`factcheck.rules.catalogue` lists them all."""
