"""Article -> spans. Pure: text in, spans out."""
