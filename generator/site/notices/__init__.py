"""The pages of notices, calls and forms."""
