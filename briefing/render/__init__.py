"""Briefing → files: Markdown, HTML, PDF, mail, JSON."""
