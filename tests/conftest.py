"""How every test runs."""

from __future__ import annotations

import os

from hypothesis import settings

# Where CI is set, Hypothesis loads a profile of its own, which has no deadline either.
if "CI" not in os.environ:
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
