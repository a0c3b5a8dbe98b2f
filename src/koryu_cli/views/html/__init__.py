"""Pages in HTML, each complete in itself: no script, and nothing from the network."""
