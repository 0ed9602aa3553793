"""The German language as pure functions and data: no spaCy, no input or output but its own data."""
