"""A county's own repository, as `disclose init` writes it. The files of it lie in `files/`."""
