"""Printed quantities: what a number in an article says, exactly."""
