"""What the nodes of the tests promise: they lose nothing, they outlive nobody, and where there are none, words say why."""

import json
import ssl
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from index import engines
from tests.support.opensearch import impostor, jars, java
from tests.support.opensearch.cluster import Cluster, load
from tests.support.opensearch.fixtures import delete_archives
from tests.support.opensearch.guard import PASSWORDS, READER, WRITER, Guarded, authorization, user_of
from tests.support.opensearch.java import Java, UnavailableError
from tests.support.opensearch.server import forward, serve
from tests.support.opensearch.sharing import share

ROOT = Path(__file__).parents[2]


def install(home: Path, version: str) -> Path:
    """Make what looks like an installed Java."""
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "javac").touch()
    (home / "release").write_text(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{version}"\n', "utf-8")
    return home


def test_the_java_that_is_named_comes_before_the_newest_one(tmp_path: Path) -> None:
    named = install(tmp_path / "named", "21.0.2")
    install(tmp_path / "jvm" / "java-9", "9.0.4")
    newest = install(tmp_path / "jvm" / "java-25", "25")
    assert java.find({}, tmp_path / "jvm") == Java(newest, 25)
    assert java.find({"OPENSEARCH_JAVA_HOME": str(named)}, tmp_path / "jvm") == Java(named, 21)


def test_a_java_that_is_too_old_or_has_no_compiler_is_none(tmp_path: Path) -> None:
    old = install(tmp_path / "jvm" / "java-17", "17.0.15")
    (install(tmp_path / "jvm" / "java-25", "25") / "bin" / "javac").unlink()
    with pytest.raises(UnavailableError, match=r"^no Java 21 or newer .*: set OPENSEARCH_JAVA_HOME"):
        java.find({"JAVA_HOME": str(old)}, tmp_path / "jvm")


def test_jars_that_cannot_be_had_are_asked_for_once_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maven = tmp_path / "bin" / "mvn"
    maven.parent.mkdir()
    maven.write_text(f"#!/bin/sh\necho >> {tmp_path}/asked\necho no route to host\nexit 1\n", "ascii")
    maven.chmod(0o700)
    monkeypatch.setenv("PATH", f"{maven.parent}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OPENSEARCH_JAVA_HOME", str(install(tmp_path / "java", "21")))
    for _ in range(2):
        with pytest.raises(UnavailableError, match="are not there: mvn failed: no route to host"):
            share(tmp_path / "run")
    assert (tmp_path / "asked").read_text("ascii") == "\n"


def test_where_there_is_no_maven_the_reason_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnavailableError, match=r"there is no Maven: install mvn$"):
        jars.resolve(Java(tmp_path, 21), tmp_path / "cache")


def test_a_maven_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\nexec sleep 60\n", "ascii")
    maven.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(jars, "MAX_MAVEN_SECONDS", 0.1)
    with pytest.raises(UnavailableError, match=r"mvn took more than 0\.1 s$"):
        jars.resolve(Java(tmp_path, 21), tmp_path / "cache")


def test_the_processes_of_a_run_share_a_node_until_the_last_one_is_killed(
    cluster: Cluster, tmp_path: Path
) -> None:
    """The node need not even answer yet: it ends while it starts."""
    assert cluster.nodes[0].runs
    folder = tmp_path / "run"
    code = (
        "import sys; from pathlib import Path; from tests.support.opensearch.sharing import share; "
        f"print(share(Path({str(folder)!r})).url, flush=True); sys.stdin.read()"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",
        )
        for _ in range(2)
    ]
    said = {process.stdout.readline() for process in processes if process.stdout}
    node = load(folder).nodes[0]
    assert said == {f"{node.url}\n"}
    for process in processes:
        assert node.runs
        process.kill()
        process.communicate()
    assert node.wait_gone()


def test_the_archives_of_a_folder_are_deleted_and_no_others(archives: Cluster, tmp_path: Path) -> None:
    names = []
    for folder in (tmp_path / "presse", tmp_path / "courrier"):
        engine = folder / ".manchette" / "generations" / "1" / "opensearch"
        engines.create("opensearch", engine)
        names.append(json.loads((engine / "opensearch.json").read_text("utf-8"))["archive"])
    delete_archives(archives, tmp_path / "presse")
    listed = archives.ask("GET", "/_cat/indices/manchette-*?format=json&h=index")
    assert isinstance(listed, list)
    mine = {name for name in names for index in listed if index["index"].startswith(f"manchette-{name}-")}
    assert mine == {names[1]}


def test_indices_of_a_test_are_its_own(cluster: Cluster, index_name: str) -> None:
    cluster.ask("PUT", f"/{index_name}-1", {})
    assert cluster.ask("GET", f"/{index_name}*/_count") == {
        "count": 0,
        "_shards": {"total": 1, "successful": 1, "skipped": 0, "failed": 0},
    }


def status(
    url: str, request: tuple[str, str], user: str = "", password: str = "", ca: Path | None = None
) -> int:
    """Return the status of an answer; TLS trusts the certificates of this machine, or those of `ca`."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    connection = HTTPConnection(host, port, timeout=20)
    if parts.scheme == "https":
        trusted = ssl.create_default_context(cafile=ca)
        connection = HTTPSConnection(host, port, context=trusted, timeout=20)
    headers = {"Content-Type": "application/json"}
    if user:
        headers["Authorization"] = authorization(user, password)
    with closing(connection):
        connection.request(*request, "{}", headers)
        return connection.getresponse().status


def test_a_guard_knows_who_asks_and_what_they_may(guarded: Guarded, index_name: str) -> None:
    make, read = ("PUT", f"/{index_name}"), ("POST", f"/{index_name}/_search")
    writer, reader = ((user, PASSWORDS[user], guarded.ca) for user in (WRITER, READER))
    assert status(guarded.url, make, ca=guarded.ca) == 401
    assert status(guarded.url, make, WRITER, "faux", guarded.ca) == 401
    assert status(guarded.url, make, *reader) == 403
    assert status(guarded.url, make, *writer) == 200
    assert status(guarded.url, read, *reader) == 200
    assert [user_of(asked) for asked in guarded.asked] == ["", "", READER, WRITER, READER]


def test_a_guard_is_trusted_by_its_certificate_alone_and_speaks_tls_alone(guarded: Guarded) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        status(guarded.url, ("GET", "/"), WRITER, PASSWORDS[WRITER])
    with pytest.raises((ConnectionError, HTTPException)):
        status(guarded.url.replace("https", "http"), ("GET", "/"), WRITER, PASSWORDS[WRITER])
    assert not guarded.asked


def test_an_impostor_answers_first_and_a_node_after_it(cluster: Cluster) -> None:
    busy = impostor.in_turn([impostor.BUSY] * 2, forward(cluster.url), path="_cluster")
    with serve(busy) as served:
        paths = ["/_cluster/health", "/", "/_cluster/health", "/_cluster/health"]
        assert [status(served.url, ("GET", path)) for path in paths] == [429, 200, 429, 200]


def test_who_never_answers_ends_with_the_test() -> None:
    with serve(impostor.SILENCE) as served, closing(HTTPConnection(served.url[7:], timeout=0.1)) as asking:
        asking.request("GET", "/")
        with pytest.raises(TimeoutError):
            asking.getresponse()
    assert [asked.path for asked in served.asked] == ["/"]


def command(*words: str | Path) -> str:
    """Run the command for people, and return what it prints."""
    line = [sys.executable, "-m", "tests.support.opensearch", *words]
    return subprocess.run(line, cwd=ROOT, capture_output=True, encoding="ascii", check=True).stdout


@pytest.mark.nightly
@pytest.mark.long
@pytest.mark.opensearch
def test_a_node_of_the_command_stays_and_one_that_is_killed_comes_back_with_its_data(tmp_path: Path) -> None:
    folder = tmp_path / "nodes"
    printed = command("start", folder, "--heap", "256m")
    started = load(folder)
    try:
        assert printed == f"{started.url}\n"
        started.ask("PUT", "/kept", {"settings": {"number_of_replicas": 0}})
        started.ask("PUT", "/kept/_doc/1", {"title": "Grève au port"})
        started.kill(0)
        assert not started.nodes[0].runs
        with pytest.raises(OSError, match="refused"):
            started.ask("GET", "/")
        started.restart(0)
        started.wait()
        found = started.ask("GET", "/kept/_doc/1")
        assert isinstance(found, dict)
        assert found["_source"] == {"title": "Grève au port"}
    finally:
        command("stop", folder, "--delete")
    assert not started.nodes[0].runs
    assert not folder.exists()
