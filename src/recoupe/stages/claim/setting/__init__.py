"""Setting: the event that an article is about, and the place and day that each sentence inherits."""
