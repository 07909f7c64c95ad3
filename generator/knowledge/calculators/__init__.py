"""The navigator and the team planner: the same rules as in the browser."""
