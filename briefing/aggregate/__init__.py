"""[Article], [Analysis] → Briefing: what several outlets report, put side by side (`assemble.aggregate`)."""
