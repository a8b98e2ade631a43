"""Open data: tables, exports, the data package, checksums, where a build comes from."""
