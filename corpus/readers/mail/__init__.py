"""Mails: one message (EML), boxes of many (MBOX), and pages that a browser saved as a message (MHTML)."""
