"""From a folder of files to the parts of a site: survey → read → judge → arrange → render, one township at a time."""
