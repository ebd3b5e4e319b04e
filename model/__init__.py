"""Training WavLink: data, losses, train, evaluate, export. Imports `wavlink_desktop.wavlink`, never the reverse."""
