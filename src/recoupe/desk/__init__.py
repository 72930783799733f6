"""The desk: web pages in which people read the evidence, judge it and publish it. It runs on one machine, for those at it."""
