"""The search in a real Chromium 78, the kernel of old WeChat: `python -m tests.old_browser`. Not part of the tests.

The browser comes out of the npm package chrome-aws-lambda 1.20.4, which carries it; it is installed under build/ and never
kept with the code. Needs node and npm.
"""
