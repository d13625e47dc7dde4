"""What the asking commands answer, as text and as JSON: one file per command."""
