"""What readers search: one document for each page of an edition, and the index that Pagefind makes of them."""
