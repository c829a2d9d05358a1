"""An anchor, an alias or a merge key is used.

They let one value stand for many, which surprises readers and can blow a small file up to gigabytes. Write each value out. A text that begins with `&` or `*` must stand in quotes.
"""
