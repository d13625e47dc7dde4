"""Claims: YAML files decoded into facts and checks, every piece with its place."""
