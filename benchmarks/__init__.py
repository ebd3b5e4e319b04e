"""What is fast and what is not: every figure measured side by side in one run, on the machine that it names."""
