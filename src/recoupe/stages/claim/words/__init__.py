"""Words: what each word of a sentence is, its verb groups and insertions, and which words tell of harm, deeds and events."""
