"""The use case: paths and settings in, a report out."""
