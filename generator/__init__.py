"""The register of Dalian's innovation workshops: YAML records in, a public static site out."""
