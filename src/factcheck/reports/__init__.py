"""Reports: one small renderer for each format, a pure function of the report."""
