"""What makes the command itself comfortable: the completion of the shells, the page of the manual, the settings."""
