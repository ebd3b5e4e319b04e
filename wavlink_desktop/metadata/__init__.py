"""Tags to CSV, JSON and other files."""
