"""The world outside: disk, git, clock, LibreOffice; and read, check, plan joined."""
