"""`python -m tremplin`."""

from tremplin.cli import main

main(prog_name="tremplin")
