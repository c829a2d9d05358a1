"""Records stand in a folder that the site does not know.

Each kind of record has its own folder: `good_practices`, `microtrainings`, `skills` and so on, written exactly so. Records in a folder of another name are not read.
"""
