"""What speaks against a text, given its parents: each deduction with its evidence."""
