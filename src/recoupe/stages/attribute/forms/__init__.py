"""Forms: each form of reporting (verb, noun, « selon », inserted cue, label, brackets …) read to drafts of who said what."""
