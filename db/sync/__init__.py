"""Exchange by file: devices without a server agree by handing each other their logs."""
