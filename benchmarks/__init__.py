"""Speed and memory, beside a stock pipeline in the same run. Not part of the tests; `python -m benchmarks`."""
