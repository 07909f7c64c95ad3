"""The directory in the format of Open Referral UK (HSDS-UK 3.0)."""
