"""Judgement: checks lowered to the engine's arithmetic, judged jointly, a verdict for each."""
