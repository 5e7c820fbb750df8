"""What holds for every question before it is asked: of ours by tests, of a folder of one's own at the start."""
