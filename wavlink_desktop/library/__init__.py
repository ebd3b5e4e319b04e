"""The catalogue: SQLite is the truth, the HNSW file is a cache of it that can be thrown away."""
