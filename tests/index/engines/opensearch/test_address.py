"""Addresses of clusters: what is asked, and what is refused before anything is sent; the lines are in `cluster-failures.txt`."""

import pytest

from index import engines
from index.engines.opensearch.address import (
    PASSWORD,
    PLAIN,
    URL,
    USER,
    ClusterError,
    from_environment,
    read_address,
    without_user,
)
from tests.support.failures import raises


@pytest.mark.parametrize(
    ("typed", "nodes"),
    [
        ("http://localhost:9201", "http://localhost:9201"),
        ("HTTPS://Presse.Example/", "https://presse.example:9200"),
        ("http://[::1]:9201/ https://[2001:db8::1]", "http://[::1]:9201 https://[2001:db8::1]:9200"),
        ("  https://a.example:1\n\thttps://b.example ", "https://a.example:1 https://b.example:9200"),
        ("https://médias.example", "https://xn--mdias-bsa.example:9200"),
        ("https://search_1:9200", "https://search_1:9200"),
        ("https://presse.example.:65535", "https://presse.example.:65535"),
        ("http://127.8.9.10:9200", "http://127.8.9.10:9200"),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(typed: str, nodes: str) -> None:
    assert from_environment({URL: typed}).shown == nodes


@pytest.mark.parametrize(
    "typed",
    [
        "https://presse.example:65536",
        "https://presse.example:0",
        "https://presse.example:-1",
        "https://presse.example:٩٢٠٠",
        "https://presse.example?user=desk",
        "https://presse.example#a",
        "https://presse..example",
        "https://" + "a" * 300 + ".é",
        "https://pre\x00sse.example",
        "https://[fe80::zz]",
        "https://",
        "https:presse.example",
        "ftp://presse.example",
        "presse.example",
        "opensearch://localhost:9200/presse",
        "https://\udcff.example",
        "https://a.example,https://b.example",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ClusterError, match=r"^cluster\.unreadable_address"):
        from_environment({URL: typed})


@pytest.mark.parametrize(
    "typed",
    [
        "https://desk:mot2passe@presse.example",
        "https://mot2passe@presse.example",
        "https://desk:mot2passe@a@presse.example",
        "https://desk:9200/mot2passe@presse.example",
        "https://desk:mot2passe#?@presse.example",
        "https://desk:a://mot2passe@presse.example",
        "desk:mot2passe@presse.example:9200",
        "https://a.example https://desk:mot2passe@presse.example",
        "https://desk:mot2passe mot2passe@presse.example",
        "https://desk:mot2passe@presse.example https://presse.example",
    ],
)
def test_a_password_in_an_address_is_not_repeated(typed: str) -> None:
    with pytest.raises(ClusterError, match=r"^cluster\.password_in_address") as refused:
        from_environment({URL: typed})
    assert "mot2passe" not in str(refused.value)
    assert "presse.example" in str(refused.value)
    with pytest.raises(ClusterError, match=r"^cluster\.password_in_address") as refused:
        read_address(f"opensearch://{typed}/presse", {})
    assert "mot2passe" not in str(refused.value)


def test_a_very_long_address_is_cleaned_at_once() -> None:
    assert without_user("https://" + "a:@" * 1_000_000 + "b") == "https://b"


def test_plain_http_leaves_this_machine_only_where_that_is_said() -> None:
    for typed in ("http://presse.example", "http://127.0.0.1.example", "http://localhost http://10.0.0.1"):
        with pytest.raises(ClusterError, match=r"^cluster\.plain_address"):
            from_environment({URL: typed, PLAIN: "no"})
        assert from_environment({URL: typed, PLAIN: "yes"}).shown.startswith(typed.split()[0])


def test_the_address_of_an_archive_is_http_on_this_machine_and_tls_elsewhere() -> None:
    read = read_address(
        "opensearch://localhost,[::1]:9201,presse.example/presse-1", {USER: "desk", PASSWORD: "a"}
    )
    assert read.cluster.urls == ("http://localhost:9200", "http://[::1]:9201", "https://presse.example:9200")
    assert (read.name, read.cluster.user, read.cluster.password) == ("presse-1", "desk", "a")
    assert read_address("opensearch+https://localhost/presse", {}).cluster.shown == "https://localhost:9200"


@pytest.mark.parametrize(
    "address",
    [
        "opensearch://",
        "opensearch://,,/a",
        "opensearch://a/B",
        "opensearch://[::1/a",
        "opensearch://a/b?c",
        "opensearch:///presse",
        "opensearch+ftp://h/presse",
    ],
)
def test_what_is_no_address_of_an_archive_is_refused(address: str) -> None:
    with pytest.raises(ClusterError, match=r"^cluster\.unreadable_address"):
        read_address(address, {})


def test_a_path_is_no_address() -> None:
    assert [engines.visit(text) for text in ("opensearch", "/presse", "C://presse")] == [None] * 3


def test_the_url_of_a_node_is_answered_with_how_an_address_is_written() -> None:
    for url in ("https://search.example:9200/presse", "http://127.0.0.1:9200"):
        with raises(ClusterError, "cluster.unreadable_address", "mend.type_address"):
            engines.visit(url)
