"""The public face: a static site of what people have accepted."""
