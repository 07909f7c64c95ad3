"""View models of pages: what a page shows of a service, a network or a vacancy. Templates lay it out."""
