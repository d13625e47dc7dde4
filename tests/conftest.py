"""How every test runs."""

from __future__ import annotations

import os

from hypothesis import settings

if "CI" not in os.environ:  # where it is set, Hypothesis loads a profile of its own, which has no deadline either
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
