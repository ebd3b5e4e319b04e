"""Files to samples: probe, decode, resample, windows, peaks. Nobody else opens a sound."""
