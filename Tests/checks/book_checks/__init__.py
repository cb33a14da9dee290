"""Checks of a finished book: one module for each kind of check, each giving an Outcome."""
