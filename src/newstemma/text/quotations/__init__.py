"""Words that somebody is said to have uttered, with their speaker and reporting word.

Marks are paired (`marks`), sentences are read as frames with each quotation as one token
(`frames`), reporting words find their subjects (`reporting`, `subjects`), quotations are bound to
them (`attribution`), what nobody uttered is set aside (`scare_quotes`), and speakers are followed
from phrase to person (`speakers`, `cast`).
"""

from newstemma.text.quotations.quotations import Heard, Speech, Syntax, quotations, speech

__all__ = ["Heard", "Speech", "Syntax", "quotations", "speech"]
