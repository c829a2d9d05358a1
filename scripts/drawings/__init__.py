"""The drawings that the demonstration films are made of: people, hands, tools and signs, as SVG and in motion.

Only the standard library is used here; `scripts/films.py` turns the drawings into films. A point is a complex number, x to the right
and y downwards, in units of a picture of 960 × 540; a time is in seconds.
"""
