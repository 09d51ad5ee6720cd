"""Windows and the command line. The only storey that knows Qt, and where the parts are put together."""
