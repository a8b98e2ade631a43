"""The blank forms and the notices as files: Word, Excel, PDF; the table of records that goes out to be filled in."""
