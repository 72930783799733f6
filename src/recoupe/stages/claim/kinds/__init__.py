"""Kinds: what each claim states (harm, control of a place, denial …), and who is said to have done and suffered it."""
