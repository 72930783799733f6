"""Interface: what people read on the screens, in each language that they may read it in."""
