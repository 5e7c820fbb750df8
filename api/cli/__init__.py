"""The command line: one file a command; commands parse, call and print."""
