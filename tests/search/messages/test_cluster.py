"""What the command says where a cluster cannot be asked, or refuses: one line each, which a golden page shows in both languages."""

import sys
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree

import pytest

from index.build import build
from index.engines.opensearch import archive, beside, view
from index.engines.opensearch.address import CA, PASSWORD, PLAIN, URL, USER
from index.engines.opensearch.client import Client
from index.engines.opensearch.writer import SHARDS
from search import cli
from search.messages import Language, speak
from tests.search.render import golden
from tests.support.opensearch import impostor
from tests.support.opensearch.guard import certified
from tests.support.opensearch.impostor import said
from tests.support.opensearch.server import Answer, Answering, Asked, serve

CONFIDENTIAL = "n0t-f0r-2-lire"
QUERY = ("query", "port")
INDEX = ("index", "--rebuild", "--engine", "opensearch")
WHOLE: Mapping[str, object] = {"total": 1, "successful": 1, "skipped": 0, "failed": 0}

HOME = said(200, {"version": {"distribution": "opensearch", "number": "3.9.0"}})


def refusing(status: int, kind: str, reason: str, path: str = "") -> Answering:
    """Return a cluster that refuses what has `path` in it."""
    refused = impostor.refusal(status, kind, reason)

    def answer(asked: Asked) -> Answer:
        if path in asked.path and asked.path != "/":
            return refused
        if asked.path == "/":
            return HOME
        if asked.method in {"DELETE", "PUT"}:
            return said(200, {"acknowledged": True})
        return said(200, {"number_of_data_nodes": 1, "_shards": WHOLE, "pit_id": "1", "status": "green"})

    return answer


def page(status: int, content: bytes = b"<h1>Bienvenue</h1>", **headers: str) -> Answering:
    return lambda _: Answer(status, content, {"Content-Type": "text/html", **headers})


FLOOD = "index [manchette-x-1] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark];"
NO_INDEX = "blocked by: [FORBIDDEN/10/cluster create-index blocked (api)];"
READ_ONLY = "index [manchette-x-1] blocked by: [FORBIDDEN/8/index write (api)];"
STRANGE_TEXT = "\x1b[31m[red]rouge[/red]\r\nsecond line\u202e" + "x" * 10_000_000
A_THOUSAND = "failed to create query: maxClauseCount is set to 1024"


@dataclass(frozen=True)
class Case:
    """A failure: what answers, at which address (`URL` is that of what answers), and what is typed."""

    answering: Answering | None = None
    url: str = "URL"
    words: tuple[str, ...] = QUERY
    environment: Mapping[str, str] = field(default_factory=dict)
    certificate: str = ""


KNOWN = {USER: "desk", PASSWORD: CONFIDENTIAL}

CASES: Mapping[str, Case] = {
    "no address": Case(url=""),
    "nobody listens": Case(url="http://127.0.0.1:9"),
    "nobody listens, to a build": Case(url="http://127.0.0.1:9", words=INDEX),
    "nobody listens, to a status": Case(url="http://127.0.0.1:9", words=("status",)),
    "nobody listens, to a reader elsewhere": Case(
        words=("--index", "opensearch://127.0.0.1:9/presse", *QUERY)
    ),
    "nobody listens at any node": Case(url="http://127.0.0.1:9 http://[::1]:9"),
    "no such host": Case(url="https://cluster.invalid"),
    "an address that is no URL": Case(url="localhost:9200"),
    "a port that is no number": Case(url="http://localhost:92OO"),
    "a port beyond the last": Case(url="http://localhost:99999"),
    "port 0": Case(url="http://localhost:0"),
    "a path": Case(url="https://presse.example/search"),
    "an IPv6 address without its bracket": Case(url="http://[::1:9200"),
    "a name with a blank": Case(url="https://presse .example"),
    "one of two nodes mistyped": Case(url="http://127.0.0.1:9 htps://b.example"),
    "signs of a terminal": Case(url="https://presse\x1b[31m.example"),
    "a password": Case(url=f"https://desk:{CONFIDENTIAL}@presse.example"),
    "a password with a slash": Case(url=f"https://desk:12/{CONFIDENTIAL}@presse.example"),
    "a password with a blank": Case(url=f"https://desk:{CONFIDENTIAL} {CONFIDENTIAL}://@presse.example"),
    "a password in the address of an archive": Case(
        words=("-i", f"opensearch://desk:{CONFIDENTIAL}@presse.example/presse", *QUERY)
    ),
    "an archive with a strange name": Case(words=("-i", "opensearch://localhost/Presse du jour", *QUERY)),
    "an archive without a host": Case(words=("-i", "opensearch:///presse", *QUERY)),
    "an archive on half an IPv6 address": Case(words=("-i", "opensearch://[::1/presse", *QUERY)),
    "in the clear": Case(url="http://presse.example"),
    "in the clear, to a reader elsewhere": Case(words=("-i", "opensearch+http://presse.example/a", *QUERY)),
    "a number of shards that is none": Case(
        impostor.OLD_OPENSEARCH, words=INDEX, environment={SHARDS: "trois"}
    ),
    "a user with a colon": Case(url="https://localhost", environment={USER: f"desk:{CONFIDENTIAL}"}),
    "no file of certificates": Case(url="https://localhost", environment={CA: "FOLDER/missing.pem"}),
    "no certificate in the file": Case(url="https://localhost", environment={CA: "FOLDER/empty.pem"}),
    "TLS to a plain port": Case(impostor.SILENCE, "TLS-URL"),
    "TLS to a plain port, to a reader elsewhere": Case(
        impostor.SILENCE, words=("-i", "opensearch+https://HOST/presse", *QUERY)
    ),
    "a plain request to TLS": Case(page(200), "PLAIN-URL", certificate="localhost"),
    "a foreign certificate": Case(page(200), certificate="localhost"),
    "a certificate of another host": Case(
        page(200), certificate="autre.example", environment={CA: "FOLDER/ca.pem"}
    ),
    "no user": Case(page(401)),
    "a wrong password": Case(page(401, b"Unauthorized"), environment=KNOWN),
    "a wrong password, to a build": Case(page(401, b""), words=INDEX, environment=KNOWN),
    "no right to read": Case(
        refusing(403, "security_exception", "no permissions for [indices:data/read/search]"),
        environment=KNOWN,
    ),
    "no right to write": Case(
        refusing(403, "security_exception", "no permissions for [indices:admin/create]", "/manchette-"),
        words=INDEX,
        environment=KNOWN,
    ),
    "no right, without a user": Case(refusing(403, "security_exception", "no permissions")),
    "Elasticsearch": Case(impostor.ELASTICSEARCH, words=INDEX),
    "an old OpenSearch": Case(impostor.OLD_OPENSEARCH, words=INDEX),
    "a web server": Case(impostor.WEB_SERVER),
    "a web server, to a build": Case(page(404), words=INDEX),
    "an address that refers elsewhere": Case(
        page(301, b"", Location=f"https://desk:{CONFIDENTIAL}@presse.example/\x1b[31m"), environment=KNOWN
    ),
    "a full disk": Case(refusing(429, "cluster_block_exception", FLOOD, "/manchette-"), words=INDEX),
    "full disks, no new index": Case(
        refusing(403, "cluster_block_exception", NO_INDEX, "/manchette-"), words=INDEX
    ),
    "an index that may only be read": Case(
        refusing(403, "cluster_block_exception", READ_ONLY, "/manchette-"), words=INDEX
    ),
    "the index is gone": Case(refusing(404, "index_not_found_exception", "no such index [manchette-x-1]")),
    "the archive is gone": Case(
        lambda asked: (
            said(200, {"hits": {"hits": []}}) if asked.method == "POST" else said(404, {"found": False})
        ),
        words=("-i", "opensearch://HOST/presse", *QUERY),
    ),
    "too many at once": Case(lambda _: impostor.BUSY),
    "no manager": Case(refusing(503, "cluster_manager_not_discovered_exception", "")),
    "a balancer without a node": Case(page(502)),
    "too many parts": Case(refusing(400, "too_many_clauses", A_THOUSAND, "/_search?")),
    "another refusal": Case(refusing(400, "illegal_argument_exception", "unknown setting")),
    "a reason of ten million letters": Case(refusing(400, "illegal_argument_exception", STRANGE_TEXT)),
    "an answer of another shape": Case(lambda _: said(200, {"_shards": [], "pit_id": None})),
    "an answer nested too deep": Case(page(200, b'{"a":' * 200_000)),
    "no answer in time": Case(impostor.SILENCE),
}


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an index that was built on a cluster, as its builder has it."""
    folder = tmp_path_factory.mktemp("presse")
    (folder / "a.txt").write_text("Grève au port\n\nLes dockers ont voté la grève.\n", "utf-8")
    build(folder / ".manchette", (folder,), engine="whoosh")
    manifest = folder / ".manchette" / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"whoosh"', '"opensearch"'), "utf-8")
    engine = folder / ".manchette" / "generations" / "1" / "engine"
    archive.write(engine, archive.Location("x", 1, 1, is_filled=True))
    return folder


@pytest.fixture
def there(local: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into a copy of that folder; nothing is waited for."""
    folder = copytree(local, tmp_path / "presse")
    (tmp_path / "empty.pem").write_text("Ceci n’est pas un certificat.\n", "utf-8")
    monkeypatch.chdir(folder)
    for name in (URL, USER, PASSWORD, CA, PLAIN, "MANCHETTE_INDEX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setattr(view, "READER_SECONDS", 0.0)
    monkeypatch.setattr(beside, "READER_SECONDS", 0.0)
    monkeypatch.setattr(archive, "READER_SECONDS", 0.0)
    monkeypatch.setattr(view, "_PAUSE_SECONDS", 0.0)
    return folder


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    speak(Language.ENGLISH)


def lines(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """Return what the command says in each language, and hold that it is one line, and all that it says."""
    found = []
    with ExitStack() as opened:
        url = ""
        if case.answering:
            tls = certified(folder, case.certificate) if case.certificate else None
            url = opened.enter_context(serve(case.answering, tls)).url
        host = url.partition("://")[2]
        places = {"TLS-URL": f"https://{host}", "PLAIN-URL": f"http://{host}", "URL": url}
        monkeypatch.setenv(URL, places.get(case.url, case.url))
        for name, value in case.environment.items():
            monkeypatch.setenv(name, value.replace("FOLDER", str(folder)))
        for language in Language:
            words = [word.replace("HOST", host) for word in case.words]
            status = cli.main(["--lang", language, *words])
            out, err = capsys.readouterr()
            assert (status, out, err.count("\n"), err[-1:]) == (2, "", 1, "\n"), (out, err[:2000])
            found.append(err[:-1].replace(host, "HOST") if host else err[:-1])
    return [line.replace(str(folder), "FOLDER") for line in found]


def test_each_failure_is_one_line_in_both_languages(
    there: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = []
    for name, case in CASES.items():
        with monkeypatch.context() as patched:
            if case.answering is impostor.SILENCE:
                patched.setattr(Client.ask, "__kwdefaults__", {"seconds": 0.1})
            said = lines(case, there.parent, patched, capsys)
        assert not [line for line in said if CONFIDENTIAL in line or len(line) > 500]
        shown.append("\n".join([f"{name}:", *said]))
    golden.same("cluster-failures.txt", "\n\n".join(shown) + "\n")


@pytest.mark.usefixtures("there")
def test_the_password_goes_to_no_proxy_and_to_no_other_address(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(page(200)) as other, serve(page(307, b"", Location=other.url)) as served:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, other.url)
        for name, value in {**KNOWN, URL: served.url}.items():
            monkeypatch.setenv(name, value)
        assert cli.main(QUERY) == 2
    assert (len(served.asked), other.asked) == (1, [])


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize(
    ("user", "password"), [("désk", "à 3 € : oui"), ("\x1b[31m", "\n\udcff"), ("desk", "")]
)
def test_a_user_and_a_password_are_sent_as_they_are(
    user: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(page(401)) as served:
        for name, value in {USER: user, PASSWORD: password, URL: served.url}.items():
            monkeypatch.setenv(name, value)
        assert cli.main(QUERY) == 2
    encoded = served.asked[0].headers["Authorization"].removeprefix("Basic ")
    assert b64decode(encoded).decode("utf-8", "surrogateescape") == f"{user}:{password}"


@pytest.mark.usefixtures("there")
def test_an_engine_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("index.engines.opensearch")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "urllib3", None)
    for words in (QUERY, INDEX, ("-i", "opensearch://localhost/presse", *QUERY)):
        assert cli.main(words) == 2
    said = "the engine opensearch is not installed: type: python -m pip install 'manchette[opensearch]'"
    assert capsys.readouterr().err == f"manchette: {said}\n" * 3
