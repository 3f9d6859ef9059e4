"""The report's faces: HTML page, Markdown memo, terminal."""
