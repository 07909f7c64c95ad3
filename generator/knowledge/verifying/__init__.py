"""What a provider’s page says of our record: reached, moved, gone or closed, and whether our number and hours are on it."""
