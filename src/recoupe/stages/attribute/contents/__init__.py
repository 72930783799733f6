"""Contents: the words that are said, from the first to the last that their source answers for."""
