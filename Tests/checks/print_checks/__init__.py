"""Checks of a printed edition: one module for each idea, each giving an Outcome."""
