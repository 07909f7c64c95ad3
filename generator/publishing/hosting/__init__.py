"""What a host needs beside the pages: headers, offline copies, the policy of what a page may do."""
