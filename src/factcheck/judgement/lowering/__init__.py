"""Facts and checks turned into the engine's variables and relations, in base units."""
