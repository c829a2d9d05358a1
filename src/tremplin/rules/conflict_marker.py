"""Git could not unite two versions of a file, and nobody has chosen between them.

Two people have changed the same lines. Git has written both versions below each other, between `<<<<<<<`, `=======` and `>>>>>>>`. Keep what is right of both, and delete these three lines.
"""
