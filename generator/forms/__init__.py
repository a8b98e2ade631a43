"""The blank forms and the notices as files: Word, Excel, PDF."""
