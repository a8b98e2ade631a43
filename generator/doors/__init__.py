"""The world outside: disk, git, clock, terminal, LibreOffice; and read, check, plan joined."""
