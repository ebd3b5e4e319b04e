"""A small library of sounds, synthesised by our own code: for the first run and for the tests."""
