"""Findings for clerks and CI: text, JSON, annotations of GitHub and GitLab. Personal numbers are never shown in full."""
