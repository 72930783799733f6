"""Where bytes come from. Nothing here knows what an article is."""
