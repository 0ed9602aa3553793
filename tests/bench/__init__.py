"""What a build costs: `python -m tests.bench --corpus FILE`."""
