"""What a page shows of a service, a network, a vacancy: worked out here, laid out by its template."""
