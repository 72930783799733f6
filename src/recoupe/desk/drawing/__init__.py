"""Drawing: what is drawn on a page, as numbers and words; the templates turn it into marks."""
