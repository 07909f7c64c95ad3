"""What a web host needs beside the pages: headers, offline copies, and the Content-Security-Policy."""
