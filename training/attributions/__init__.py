"""The recipe of a tagger of sources, cues and contents, trained on PolNeAR.

PolNeAR's texts and labels carry no licence, so a trained tagger is not shipped; this shows what
training would add to the rules (`newstemma.text.attributions`).
"""
