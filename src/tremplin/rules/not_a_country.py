"""A value is not the code of a country.

Countries are written with the two capital letters of ISO 3166-1: `BE` for Belgium. The United Kingdom is `GB` there, and Greece is `GR`.
"""
