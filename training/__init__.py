"""How the German pipeline in `briefing/analyse/model/` is made, from named public corpora to the package."""
