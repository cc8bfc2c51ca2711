"""One mail, an alert or a newsletter: one article, whose headline is the subject and whose source is the sender.

Of a mail that was sent on, they are those of the first one.

Its HTML is read in lines, without a search for the body, which newsletters do not have.  Attachments are left out.
"""

import re
from collections.abc import Iterator
from email.message import Message as Mail
from email.utils import parseaddr
from functools import partial

from corpus.article import Article
from corpus.clean import clean_line
from corpus.clipping import Clipping
from corpus.dates.values import parse_date
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.readers import markup
from corpus.readers.columns.values import host
from corpus.readers.mail import mime
from corpus.readers.mail.forwarded import forwarded
from corpus.readers.record import Record, compose
from corpus.source import Source

_HEADER = expression(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?=[ \t\r\n]).*|[ \t].*")
_MAX_HEADERS = 400
_MAX_COMMENTS = 20
"""Comments in the address of a sender (RFC 5322, section 3.2.2); most addresses have none."""
_ORIGIN = frozenset(("from", "sender"))
_OF_MAIL = frozenset(
    "message-id mime-version received return-path delivered-to content-type x-mailer reply-to dkim-signature to list-id".split()
)
"""Headers that no text about a mail begins with; one of them, `From` and `Subject` or `Date` make a mail."""
_FORWARDED = expression(r"(?:(?:re|fwd?|tr|ré[fp]?|wg|aw)(?:\[\d{1,3}\])?\s?:\s{0,9}){1,9}", re.IGNORECASE)
"""What programs of mail write before the subject of an answer and of a mail that is sent on."""
_HIDDEN = expression(r"\b(?:display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all)\b", re.IGNORECASE)
"""The style of the lines that a newsletter shows in the list of mails only."""
_OF_INTEREST = ("from", "date", "subject", "message-id", "content-language")
_MAILTO = expression(r"\s*[\[<]mailto:([^\s\[\]<>]{1,320})[\]>]$", re.IGNORECASE)
"""The address of a sender, as Outlook prints it above a mail that is sent on."""
_SIGNATURE = expression(r"^-- ?\r?\n", re.MULTILINE)
_SOFT = expression(r"(?<=\S) \r?\n(?!>|\s*\r?\n)")
"""The end of a line that goes on (RFC 3676, `format=flowed`)."""


def recognises(head: Head) -> bool:
    """Return whether a file begins with the headers of a mail."""
    names = header_names(head.text)
    return bool(names & _ORIGIN and names & _OF_MAIL and names & {"subject", "date"})


def header_names(text: str) -> frozenset[str]:
    r"""Return the names of the headers above the first empty line; none if another line stands among them.

    >>> sorted(header_names("From: Le Fanal <a@exemple.fr>\nSubject: Le port\n rouvre\n\nIl rouvre."))
    ['from', 'subject']
    """
    names: set[str] = set()
    for line in text.split("\n", _MAX_HEADERS)[:_MAX_HEADERS]:
        if not line.strip():
            break
        match = _HEADER.fullmatch(line.rstrip("\r"))
        if not match or (not match[1] and not names):
            return frozenset()
        names.add((match[1] or "").lower())
    return frozenset(names - {""})


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the article of a mail, which is not opened before the article is read."""
    yield Clipping("", None, source.name, partial(_of_file, source))


def _of_file(source: Source, _unopened: str, name: str) -> Article:
    """Return the article of a mail.

    Raises:
        Unreadable: the file cannot be read, or the mail has no text.
    """
    with source.open_bytes() as file:
        return compose(record_of_mail(file.read(mime.MAX_BYTES)), path=name)


def record_of_mail(data: bytes) -> Record:
    """Return the record of a mail; `Record.raw` is its headers of interest and its text.

    Raises:
        Unreadable: the mail has no text, or too many parts.
    """
    mail = mime.parsed(data)
    said, text = _said(mail), _text(mail)
    if not text.strip():
        raise Unreadable("reading.no_text")
    above = "\n".join(f"{header.capitalize()}: {value}" for header, value in said.items() if value)
    raw = f"{above}\n\n{text}"
    attached = mime.attached(mail)
    if attached and (own := _text(attached)).strip():
        said, text = {**said, **{name: value for name, value in _said(attached).items() if value}}, own
    inside = forwarded(text)
    if inside:
        said |= {"from": inside.sender, "subject": inside.subject or said["subject"]}
        text = inside.text
    return Record(
        raw=raw,
        text=text,
        title=_headline(said["subject"]),
        date=(inside and inside.date) or parse_date(said["date"]),
        source=_source(said["from"]),
        language=said["content-language"],
        reference=said["message-id"].strip("<> "),
    )


def _said(mail: Mail) -> dict[str, str]:
    """Return what the headers of a mail say, "" where they say nothing."""
    return {name: mime.header(mail, name) for name in _OF_INTEREST}


def _headline(subject: str) -> str:
    """Return the subject of a mail without the marks of an answer at its beginning.

    >>> _headline("TR : RE: Théâtre : le Fanal rouvre"), _headline("Re")
    ('Théâtre : le Fanal rouvre', 'Re')
    """
    line = clean_line(subject)
    marks = _FORWARDED.match(line)
    return line[marks.end() :] if marks else line


def _source(sender: str) -> str:
    """Return the name of a sender, else the host of the address; "" of many comments, into which the standard library recurses."""
    if sender.count("(") > _MAX_COMMENTS:
        return ""
    sender = _MAILTO.sub(r" <\1>", sender)
    name, address = parseaddr(sender)
    # A name alone, with commas and dots, as programs print it above a mail that is sent on.
    if "@" not in address:
        return clean_line(sender)
    return clean_line(name) or host(address.rpartition("@")[2])


def _text(mail: Mail) -> str:
    """Return the text of a mail in lines: of its parts in HTML, else of its plain ones."""
    pages = filter(None, map(_of_html, mime.parts(mail, "text/html")))
    return "\n\n".join(pages) or "\n\n".join(filter(None, map(_of_plain, mime.parts(mail, "text/plain"))))


def _of_html(part: Mail) -> str:
    written = mime.text(part)
    if not written.strip():
        return ""
    tree = markup.html(written)
    hidden = [element for element in tree.iter() if _HIDDEN.search(element.get("style") or "")]
    for element in hidden:
        if element is not tree:
            markup.remove(element)
    return markup.lines(tree)


def _of_plain(part: Mail) -> str:
    """Return a plain text without the signature at its end, its lines joined where the mail says that they go on."""
    written = _SIGNATURE.split(mime.text(part), maxsplit=1)[0]
    return _SOFT.sub(" ", written) if part.get_param("format") == "flowed" else written
