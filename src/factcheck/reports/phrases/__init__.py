"""The sentences that reports for people share, whatever they look like."""
