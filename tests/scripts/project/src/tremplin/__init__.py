"""A stand-in for Tremplin: see __main__."""
