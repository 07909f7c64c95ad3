"""Open Referral UK: the standard for directories of services, as far as we write and read it."""
