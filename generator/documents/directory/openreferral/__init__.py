"""The directory as Open Referral UK has it."""
