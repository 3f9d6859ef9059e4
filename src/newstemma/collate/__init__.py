"""Parent and child -> aligned sentences -> variants. Pure."""
