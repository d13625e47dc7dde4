"""The check of decisions: shares no code with the engine that made them."""

from factcheck.engine.verification.replay import verify

__all__ = ["verify"]
