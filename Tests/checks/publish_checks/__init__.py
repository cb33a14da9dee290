"""Checks of what is published: over HTTP, in a browser, at a hub, and in the folder while it changes."""
