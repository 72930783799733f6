"""Words: what each word of a sentence is, and where it holds a reporting verb with what belongs to its idiom."""
