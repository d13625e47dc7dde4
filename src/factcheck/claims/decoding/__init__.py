"""Nodes to the model: one small decoder for each part of a file."""
