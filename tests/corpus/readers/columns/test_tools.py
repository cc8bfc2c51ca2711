"""What tools and services export, each as its code or its documentation has it: every field in its place."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.dates.print_date import PrintDate
from search.messages import sentence

TEXT = "Le pont de Valbourg rouvre demain matin aux cyclistes, après un an de travaux."
DAY = PrintDate(2021, 3, 3)
ECHO = "L’Écho de Valbourg"
URL = "https://exemple.fr/pont"


def pieces(
    folder: Path, name: str, content: str, columns: Mapping[str, str] | None = None
) -> list[Article | Rejected]:
    (folder / name).write_text(content, "utf-8", newline="")
    return list(read(folder / name, name=name, columns=columns or {}))


def lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


NEWSPAPER4K = {
    "url": URL, "read_more_link": "", "language": "fr", "title": "Le pont", "top_image": "https://exemple.fr/a.jpg",
    "meta_img": "", "images": ["https://exemple.fr/a.jpg"], "movies": [], "keywords": ["pont"], "meta_keywords": [""],
    "tags": None, "authors": ["Anne Roy", "Luc Petit"], "publish_date": "2021-03-03T18:02:00", "summary": "",
    "meta_description": "Un an de travaux.", "meta_lang": "fr", "meta_favicon": "", "meta_site_name": ECHO,
    "canonical_link": URL, "text": TEXT,
}  # fmt: skip
NEWSPAPER3K = {
    "source_url": "https://www.exemple.fr", "url": URL, "title": "Le pont", "top_img": "", "publish_date": "2021-03-03 18:02:00",
    "authors": ["Anne Roy"], "summary": "", "text": TEXT, "html": "<html>", "article_html": "",
}  # fmt: skip
TRAFILATURA = {
    "title": "Le pont", "author": "Anne Roy; Luc Petit", "hostname": "exemple.fr", "date": "2021-03-03", "fingerprint": "ab12",
    "id": None, "license": None, "comments": "Un lecteur : bravo.", "raw_text": "Menu Le pont", "text": TEXT, "language": "fr",
    "image": None, "pagetype": "article", "filedate": "2024-01-01", "source": URL, "source-hostname": ECHO,
    "excerpt": "Un an de travaux.", "categories": "Société;Sport", "tags": "pont;vélo",
}  # fmt: skip
BARE_EXTRACTION = {
    "title": "Le pont", "author": "Anne Roy", "url": URL, "hostname": "exemple.fr", "description": "Un an de travaux.",
    "sitename": ECHO, "date": "2021-03-03", "categories": ["Société"], "tags": [], "text": TEXT, "filedate": "2024-01-01",
}  # fmt: skip
READABILITY = {
    "title": "Le pont", "byline": "Par Anne Roy", "dir": "ltr", "lang": "fr", "content": f"<div><p>{TEXT}</p></div>",
    "textContent": TEXT, "length": 78, "excerpt": "Un an de travaux.", "siteName": ECHO, "publishedTime": "2021-03-03T09:00:00Z",
}  # fmt: skip
NEWSPLEASE = {
    "authors": ["Anne Roy"], "date_download": "2024-01-01 10:00:00", "date_modify": "2022-05-05 10:00:00",
    "date_publish": "2021-03-03 10:00:00", "description": "Un an de travaux.", "maintext": TEXT,
    "source_domain": "exemple.fr", "text": None, "title": "Le pont", "url": URL,
}  # fmt: skip
EVENT_REGISTRY = {
    "articles": {
        "page": 1, "totalResults": 1, "pages": 1,
        "results": [{
            "uri": "7546825937", "lang": "fra", "isDuplicate": False, "date": "2021-03-04", "time": "00:35:00",
            "dateTime": "2021-03-04T00:35:00Z", "dateTimePub": "2021-03-03T22:34:00Z", "dataType": "news", "sim": 0, "url": URL,
            "title": "Le pont", "body": TEXT, "source": {"uri": "exemple.fr", "dataType": "news", "title": ECHO},
            "authors": [{"uri": "anne_roy@exemple.fr", "name": "Anne Roy", "type": "author", "isAgency": False}], "image": None,
        }],
    },
}  # fmt: skip
NEWSAPI = {
    "status": "ok", "totalResults": 1,
    "articles": [{
        "source": {"id": None, "name": ECHO}, "author": "Anne Roy", "title": "Le pont", "description": "Un an de travaux.",
        "url": URL, "urlToImage": None, "publishedAt": "2021-03-03T09:00:00Z", "content": f"{TEXT[:40]}… [+1234 chars]",
    }],
}  # fmt: skip
NEWSCATCHER2 = {
    "status": "ok", "total_hits": 1,
    "articles": [{
        "title": "Le pont", "author": "Anne Roy", "published_date": "2021-03-03 09:00:00", "published_date_precision": "full",
        "link": URL, "clean_url": "exemple.fr", "excerpt": "Un an.", "summary": TEXT, "rights": "exemple.fr", "rank": 3,
        "topic": "news", "country": "FR", "language": "fr", "authors": ["Anne Roy"], "media": "https://exemple.fr/a.jpg",
        "_score": 9.1, "_id": "c0ffee",
    }],
}  # fmt: skip
NEWSCATCHER3 = {
    "status": "ok",
    "articles": [{
        "title": "Le pont", "author": "Anne Roy", "authors": ["Anne Roy"], "journalists": [], "published_date": "2021-03-03 09:00:00",
        "updated_date": "2022-01-01 00:00:00", "parse_date": "2024-01-01 00:00:00", "link": URL, "domain_url": "exemple.fr",
        "full_domain_url": "exemple.fr", "name_source": ECHO, "description": "Un an de travaux.", "content": TEXT, "id": "c0ffee",
    }],
}  # fmt: skip
WALLABAG = [{
    "is_archived": 1, "is_starred": 0, "tags": ["pont"], "is_public": False, "id": 12, "title": "Le pont", "url": URL,
    "content": TEXT, "created_at": "2024-01-01T00:00:00+0000", "updated_at": "2024-01-02T00:00:00+0000",
    "published_at": "2021-03-03T09:00:00+0000", "published_by": ["Anne Roy"], "reading_time": 1, "domain_name": "exemple.fr",
}]  # fmt: skip
WORDPRESS = [{
    "id": 12, "date": "2021-03-03T23:30:00", "date_gmt": "2021-03-03T22:30:00", "modified": "2022-01-01T00:00:00", "slug": "pont",
    "status": "publish", "link": URL, "title": {"rendered": "Le pont"}, "content": {"rendered": TEXT, "protected": False},
    "excerpt": {"rendered": "Un an de travaux.", "protected": False}, "author": 3, "categories": [4, 5],
    "_embedded": {"author": [{"id": 3, "name": "Anne Roy"}]},
}]  # fmt: skip
GUARDIAN = {
    "response": {
        "status": "ok", "total": 1,
        "results": [{
            "id": "monde/2021/pont", "type": "article", "sectionName": "Société", "webPublicationDate": "2021-03-03T09:00:00Z",
            "webTitle": "Le pont", "webUrl": URL, "fields": {"bodyText": TEXT, "byline": "Anne Roy", "trailText": "Un an de travaux."},
        }],
    },
}  # fmt: skip
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1", "title": ECHO, "description": "Les dépêches", "home_page_url": "https://exemple.fr",
    "items": [{
        "id": "12", "url": URL, "title": "Le pont", "content_text": TEXT, "summary": "Un an de travaux.",
        "date_published": "2021-03-03T09:00:00Z", "date_modified": "2022-01-01T00:00:00Z", "authors": [{"name": "Anne Roy"}],
    }],
}  # fmt: skip
SOLR = {
    "responseHeader": {"status": 0},
    "response": {"numFound": 1, "docs": [{
        "id": "s12", "title": ["Le pont"], "text": [TEXT], "date": ["2021-03-03T00:00:00Z"], "source": [ECHO], "author": ["Anne Roy"],
        "url": [URL],
    }]},
}  # fmt: skip
CSL = [{
    "id": "roy2021", "type": "article-newspaper", "title": "Le pont", "container-title": ECHO, "abstract": TEXT, "URL": URL,
    "issued": {"date-parts": [["2021", 3, 3]]}, "author": [{"family": "Roy", "given": "Anne"}],
    "accessed": {"date-parts": [["2024", 1, 1]]},
}]  # fmt: skip
RECORD = {
    "titre": "Le pont",
    "date": "2021-03-03",
    "texte": TEXT,
    "source": ECHO,
    "auteur": "Anne Roy",
    "url": URL,
}
HIT = {"_index": "presse", "_type": "_doc", "_id": "e12", "_score": 1.0, "_source": RECORD}
MONGO = {
    **RECORD, "_id": {"$oid": "507f1f77bcf86cd799439011"}, "date": {"$date": "2021-03-03T09:00:00Z"},
    "vues": {"$numberLong": "12"}, "titre": "Le pont",
}  # fmt: skip

MINET = (
    "title,url,resolved_url,http_status,extract_error,canonical_url,title,description,content,comments,author,categories,tags,date,"
    f'sitename\n,https://t.co/x,{URL},200,,,Le pont,Un an de travaux.,"{TEXT}",,Anne Roy,Société|Sport,pont,2021-03-03,{ECHO}\n'
)
EUROPARSER = f"titre;texte;journal_clean;auteur;annee;mois;jour\nLe pont;{TEXT};{ECHO};Anne Roy;2021;3;3\n"
EUROPRESSE = (
    "Export Europresse du 12/05/2021\n\nsep=;\nDATE PUBLI.;Titre de l'article;Texte intégral;Nom du journal;Auteur(s);Rubrique\n"
    f"03/03/2021;Le pont;{TEXT};{ECHO};Anne Roy;Société\nTotal : 1 article;;;;;\n"
)
FACTIVA = f'AN,HD,LP,TD,PD,SN,BY\nX20210303,Le pont,Un an de travaux.,"{TEXT}",3 mars 2021,{ECHO},Par Anne Roy\n'  # fmt: skip
PANDAS = (
    ",title,authors,text,date,source,date_modified\n"
    f"0,Le pont,\"['Anne Roy', 'Luc Petit']\",\"{TEXT}\",2021-03-03,{ECHO},NaN\n"
)
PANDAS_EMPTY = f'Unnamed: 0,title,text,date,source,author,id\n0,Le pont,"{TEXT}",NaT,nan,None,N/A\n'
KAGGLE = f',id,title,publication,author,date,year,month,url,content\n0,17283,Le pont,{ECHO},Anne Roy,2021-03-03,2021.0,3.0,,"{TEXT}"\n'
TRAFILATURA_CSV = f"{URL}\tnull\tab12\texemple.fr\tLe pont\tnull\t2021-03-03\t{TEXT}\tnull\tnull\tarticle\n"
ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Date Added",'
    f'"Date Modified"\n"AB12","newspaperArticle","2021","Anne Roy","Le pont","{ECHO}","","{URL}","{TEXT}","2021-03-03",'
    '"2024-01-01 00:00:00","2024-01-02 00:00:00"\n'
)
SCRAPY = lines({"url": URL, "titre": "Le pont", "contenu": ["Le pont rouvre.", "Enfin."], "date": "2021-03-03", "metadata": {"author": "Anne Roy", "site_name": ECHO}})  # fmt: skip
RSS_IN_JSON = {
    "status": "ok", "feed": {"title": ECHO, "link": "https://exemple.fr"},
    "items": [{"guid": "12", "link": URL, "title": "Le pont", "content": TEXT, "pubDate": "2021-03-03 09:00:00", "author": "Anne Roy"}],
}  # fmt: skip
GOOSE = {
    "title": "Le pont", "cleaned_text": TEXT, "authors": ["Anne Roy"], "publish_date": "2021-03-03T09:00:00Z", "domain": "exemple.fr",
    "opengraph": {"site_name": ECHO, "title": "Le pont !"}, "meta": {"description": "Un an de travaux.", "canonical": URL},
}  # fmt: skip
TALKWALKER = {"result_content": {"data": [{"data": {
    "url": URL, "title": "Le pont", "content": TEXT, "published": 1614762000000, "domain_url": "http://exemple.fr",
    "extra_source_attributes": {"name": ECHO}, "extra_author_attributes": {"name": "Anne Roy"},
}}]}}  # fmt: skip
GHOST_TAGS = [{"id": str(number), "name": "port", "description": "Le port"} for number in range(9)]
GHOST = {"db": [{"meta": {"version": "5.2"}, "data": {"tags": GHOST_TAGS, "posts": [{
    "id": "g12", "title": "Le pont", "html": f"<p>{TEXT}</p>", "custom_excerpt": "Un an de travaux.", "created_at": "2020-01-01",
    "published_at": "2021-03-03T09:00:00.000Z", "primary_author": {"name": "Anne Roy"},
}]}}]}  # fmt: skip
GRAPH = {"@context": "https://schema.org", "@graph": [
    {"@type": "Organization", "@id": "#echo", "name": ECHO, "url": "https://exemple.fr"},
    {"@type": "WebPage", "name": "Le pont", "description": "Une page.", "url": URL},
    {
        "@type": "NewsArticle", "headline": "Le pont", "articleBody": TEXT, "datePublished": "2021-03-03", "url": URL,
        "publisher": {"@id": "#echo"}, "author": [{"@id": "#roy"}],
    },
    {"@type": "Person", "@id": "#roy", "name": "Anne Roy"},
]}  # fmt: skip
WEBZ = {"posts": [{
    "thread": {"uuid": "t1", "site": "exemple.fr", "title": "Le pont | Exemple", "published": "2021-03-05T09:00:00+01:00"},
    "uuid": "w12", "url": URL, "author": "Anne Roy", "published": "2021-03-03T09:00:00+01:00", "title": "Le pont", "text": TEXT,
}]}  # fmt: skip

KNOWN = {"title": "Le pont", "date": DAY, "source": ECHO, "authors": ("Anne Roy",), "url": URL, "body": TEXT}
TOOLS: dict[str, tuple[str, str, dict[str, object]]] = {
    "newspaper4k": ("a.jsonl", lines(NEWSPAPER4K), {"authors": ("Anne Roy", "Luc Petit"), "heading": "Un an de travaux."}),
    "newspaper3k": ("a.json", json.dumps([NEWSPAPER3K]), {"source": "exemple.fr"}),
    "trafilatura": ("a.json", lines(TRAFILATURA), {"authors": ("Anne Roy", "Luc Petit"), "section": "Société"}),
    "trafilatura, without a name of the site": ("a.json", lines({**TRAFILATURA, "source-hostname": None}), {"source": "exemple.fr", "authors": ("Anne Roy", "Luc Petit")}),
    "trafilatura, bare extraction": ("a.jsonl", lines(BARE_EXTRACTION), {"section": "Société"}),
    "trafilatura, csv": ("a.csv", TRAFILATURA_CSV, {"source": "exemple.fr", "authors": ()}),
    "readability": ("a.json", json.dumps(READABILITY, indent=2), {"url": ""}),
    "news-please": ("a.json", json.dumps(NEWSPLEASE), {"source": "exemple.fr"}),
    "Event Registry": ("a.json", json.dumps(EVENT_REGISTRY), {"id": "7546825937"}),
    "NewsAPI": ("a.json", json.dumps(NEWSAPI), {"body": f"{TEXT[:39]}…", "heading": "Un an de travaux."}),
    "NewsCatcher 2": ("a.json", json.dumps(NEWSCATCHER2), {"id": "c0ffee", "source": "exemple.fr"}),
    "NewsCatcher 3": ("a.json", json.dumps(NEWSCATCHER3), {"id": "c0ffee"}),
    "Wallabag": ("a.json", json.dumps(WALLABAG), {"id": "12", "source": "exemple.fr"}),
    "WordPress": ("a.json", json.dumps(WORDPRESS), {"id": "12", "source": "", "heading": "Un an de travaux."}),
    "The Guardian": ("a.json", json.dumps(GUARDIAN), {"id": "monde/2021/pont", "source": "", "section": "Société"}),
    "JSON Feed": ("a.json", json.dumps(JSON_FEED), {"id": "12", "heading": "Un an de travaux."}),
    "an RSS feed in JSON": ("a.json", json.dumps(RSS_IN_JSON), {"id": "12"}),
    "goose3": ("a.json", json.dumps(GOOSE), {"heading": "Un an de travaux."}),
    "Talkwalker": ("a.json", json.dumps(TALKWALKER), {}),
    "Ghost": ("a.json", json.dumps(GHOST), {"id": "g12", "source": "", "url": "", "heading": "Un an de travaux."}),
    "JSON-LD, a graph": ("a.json", json.dumps(GRAPH), {}),
    "JSON-LD, a graph a line": ("a.jsonl", lines(GRAPH, GRAPH), {}),
    "Webz": ("a.json", json.dumps(WEBZ), {"id": "w12", "source": "exemple.fr"}),
    "Reddit": ("a.csv", f'id,title,author,created_utc,selftext\nr12,Le pont,Anne Roy,1614762000,"{TEXT}"\n', {"id": "r12", "source": "", "url": ""}),
    "INA": ("a.csv", f"Titre propre;Titre collection;Date de diffusion;Chaîne de diffusion;Journaliste;Résumé\nLe pont;Le journal;03/03/2021;{ECHO};Anne Roy;{TEXT}\n", {"url": ""}),
    "parts of a date": ("a.csv", f"Titre;Support;Auteur;publication_year;publication_month;publication_day;contenu_texte\nLe pont;{ECHO};Anne Roy;2021;3;3;{TEXT}\n", {"url": ""}),
    "parts of a date, short": ("a.csv", f"title;pubtitle;author;pub_year;pub_month;pub_day;texte_ocr\nLe pont;{ECHO};Anne Roy;2021;mars;3;{TEXT}\n", {"url": ""}),
    "a page of the web": ("a.csv", f"titre;quotidien;auteur;Date de mise en ligne;lien;html\nLe pont;{ECHO};Anne Roy;03/03/2021;{URL};<p>{TEXT}</p>\n", {}),
    "R": ("a.csv", f'"titre","journal","auteur","date","url","texte"\n"1","Le pont","{ECHO}","Anne Roy","2021-03-03","{URL}","{TEXT}"\n"3","Le quai","{ECHO}","Anne Roy","2021-03-03","{URL}","{TEXT}"\n', {}),
    "Solr": ("a.json", json.dumps(SOLR), {"id": "s12"}),
    "CSL-JSON": ("a.json", json.dumps(CSL), {"id": "roy2021"}),
    "Elasticsearch, search": ("a.json", json.dumps({"took": 3, "hits": {"total": {"value": 1}, "hits": [HIT]}}), {"id": "e12"}),
    "Elasticsearch, dump": ("a.json", lines(HIT), {"id": "e12"}),
    "Elasticsearch, scroll": ("a.jsonl", lines({"hits": {"hits": [HIT]}}), {"id": "e12"}),
    "Elasticsearch, bulk": ("a.ndjson", lines({"index": {"_index": "presse", "_id": "e12"}}, RECORD), {"id": "e12"}),
    "CouchDB": ("a.json", json.dumps({"total_rows": 1, "rows": [{"id": "c12", "key": "c12", "doc": RECORD}]}), {"id": "c12"}),
    "GraphQL": ("a.json", json.dumps({"data": {"posts": {"edges": [{"cursor": "x", "node": RECORD}]}}}), {}),
    "mongoexport": ("a.json", lines(MONGO), {"id": "507f1f77bcf86cd799439011"}),
    "mongoexport, array and milliseconds": ("a.json", json.dumps([{**MONGO, "date": {"$date": {"$numberLong": "1614762000000"}}}]), {"id": "507f1f77bcf86cd799439011"}),
    "pandas, records": ("a.json", json.dumps([RECORD]), {}),
    "pandas, lines": ("a.json", lines(RECORD), {}),
    "pandas, columns": ("a.json", json.dumps({name: {"0": value} for name, value in RECORD.items()}), {}),
    "pandas, index": ("a.json", json.dumps({"0": RECORD}), {}),
    "pandas, split": ("a.json", json.dumps({"columns": [*RECORD], "index": [0], "data": [[*RECORD.values()]]}), {}),
    "pandas, table": ("a.json", json.dumps({"schema": {"fields": [{"name": "index", "type": "integer"}]}, "data": [{"index": 0, **RECORD}]}), {}),
    "pandas, csv": ("a.csv", PANDAS, {"authors": ("Anne Roy", "Luc Petit"), "url": ""}),
    "pandas, empty cells": ("a.csv", PANDAS_EMPTY, {"date": None, "source": "", "authors": (), "url": ""}),
    "lists of columns": ("a.json", json.dumps({name: [value, value] for name, value in RECORD.items()}), {}),
    "by id": ("a.json", json.dumps({"pont-1": RECORD}), {"id": "pont-1"}),
    "minet": ("a.csv", MINET, {"heading": "Un an de travaux.", "section": "Société"}),
    "EuroParser": ("a.csv", EUROPARSER, {"url": ""}),
    "a converter of Europresse": ("a.csv", EUROPRESSE, {"url": "", "section": "Société"}),
    "a converter of Factiva": ("a.csv", FACTIVA, {"url": "", "heading": "Un an de travaux."}),
    "a data set of Kaggle": ("a.csv", KAGGLE, {"url": "", "id": "17283"}),
    "Zotero": ("a.csv", ZOTERO, {"id": "AB12"}),
    "scrapy": ("a.jl", SCRAPY, {"body": "Le pont rouvre.\nEnfin."}),
}  # fmt: skip


@pytest.mark.parametrize("tool", TOOLS)
def test_what_a_tool_exports_is_read_field_by_field(tool: str, tmp_path: Path) -> None:
    name, content, own = TOOLS[tool]
    found = pieces(tmp_path, name, content)[0]
    assert isinstance(found, Article), sentence(found.reason)
    expected = {**KNOWN, **own}
    assert {field: getattr(found, field) for field in expected} == expected


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".json", ".jsonl", ""])
@pytest.mark.parametrize("tool", ["newspaper4k", "Event Registry", "minet", "a converter of Europresse"])
def test_the_suffix_of_an_export_does_not_matter(tool: str, suffix: str, tmp_path: Path) -> None:
    _, content, own = TOOLS[tool]
    found = pieces(tmp_path, f"a{suffix}", content)[0]
    assert isinstance(found, Article), sentence(found.reason)
    assert (found.title, found.date) == ("Le pont", own.get("date", DAY))


LINKS = {
    "Media Cloud": "stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url\n1,2021-03-03,Le pont,x,fr,,,1,y,z\n",
    "Media Cloud ": "id,indexed_date,language,media_name,media_url,publish_date,title,url\nx,2021-03-04,fr,y,z,2021-03-03,Le pont,u\n",
    "GDELT": json.dumps({"articles": [{"url": URL, "url_mobile": "", "title": "Le pont", "seendate": "20210303T180200Z", "socialimage": "",
                                       "domain": "exemple.fr", "language": "French", "sourcecountry": "France"}]}),
    "minet fetch": "url,fetch_original_index,resolved_url,http_status,datetime_utc,fetch_error,filename\nhttps://t.co/x,0,u,200,,,a.html\n",
    "Hyphe": "ID,NAME,PREFIXES,STATUS,HOMEPAGE\n1,Exemple,http://exemple.fr,IN,http://exemple.fr\n",
    "list of links": "title;url\nLe pont;https://exemple.fr/pont\n",
}  # fmt: skip


@pytest.mark.parametrize("tool", LINKS)
def test_an_export_without_texts_is_refused_once_by_its_name_with_what_to_type(
    tool: str, tmp_path: Path
) -> None:
    (found,) = pieces(tmp_path, "a.csv", LINKS[tool])
    assert isinstance(found, Rejected)
    said = sentence(found.reason)
    assert tool.strip() in said
    assert "manchette index --map text=" in said


def test_a_text_with_a_delimiter_is_no_table_with_the_names_of_its_rows(tmp_path: Path) -> None:
    for header, first in (
        ("id,titre,texte", "1"),
        ("titre,date,texte", "Le quai"),
        ("année,titre,texte", "2021"),
    ):
        rows = f"{header}\n{first},Le pont,Un an, enfin.\n"
        assert [type(piece) for piece in pieces(tmp_path, "a.csv", rows)] == [Rejected]


def test_a_first_record_without_a_text_costs_itself(tmp_path: Path) -> None:
    for content in (
        lines({"titre": "Le quai", "url": URL}, RECORD),
        json.dumps([{"titre": "Le quai", "url": URL}, RECORD]),
    ):
        found = pieces(tmp_path, "a.json", content)
        assert [isinstance(piece, Article) for piece in found] == [False, True]


def test_the_records_of_an_envelope_are_their_own_source_text_with_their_lines(tmp_path: Path) -> None:
    first, second = (json.dumps({**RECORD, "titre": title}) for title in ("Un", "Deux"))
    found = pieces(tmp_path, "a.json", f'{{"status": "ok",\n "articles": [\n {first},\n {second}\n]}}')
    assert [piece.raw for piece in found if isinstance(piece, Article)] == [first, second]


def test_a_list_inside_an_article_is_not_a_list_of_articles(tmp_path: Path) -> None:
    comments = [{"title": "Bravo", "text": "Enfin."}, {"title": "Non", "text": "Trop tard."}]
    images = [{"title": "Le pont", "url": URL}]
    for record in (
        {**RECORD, "comments": comments},
        {"titre": "Le pont", "texte": "", "url": URL, "images": images},
    ):
        assert len(pieces(tmp_path, "a.json", json.dumps(record))) == 1


def test_an_article_of_paragraphs_is_one_article(tmp_path: Path) -> None:
    record = {"title": "Le pont", "paragraphs": [{"text": "Le pont rouvre."}, {"text": "Enfin."}]}
    (found,) = pieces(tmp_path, "a.json", json.dumps(record))
    assert isinstance(found, Article)
    assert found.body == "Le pont rouvre.\nEnfin."


def test_a_person_names_a_value_inside_an_object_by_its_path(tmp_path: Path) -> None:
    record = {"titre": "Le pont", "analyse": {"propre": {"valeur": TEXT}}}
    (found,) = pieces(tmp_path, "a.json", json.dumps(record), {"text": "analyse.propre.valeur"})
    assert isinstance(found, Article)
    assert found.body == TEXT


def test_what_a_paper_removed_is_counted_and_is_no_article(tmp_path: Path) -> None:
    gone = {
        "title": "[Removed]",
        "description": "[Removed]",
        "url": "https://removed.com",
        "content": "[Removed]",
    }
    kept = {"title": "[Removed]", "content": "Un texte qui reste, avec sa phrase entière."}
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"status": "ok", "articles": [gone, kept, gone]}), "utf-8")
    found = list(read(path, name="a.json", columns={}))
    assert [piece.body if isinstance(piece, Article) else str(piece.reason) for piece in found] == [
        kept["content"], "reading.removed_articles (count=2)",
    ]  # fmt: skip


def test_the_types_that_solr_adds_to_names_do_not_matter(tmp_path: Path) -> None:
    read_of = {"id": "d1", "title_s": ["Le pont"], "body_txt_fr": TEXT, "date_dt": "2021-03-03T00:00:00Z", "source_s": ECHO, "page_i": 11, "author_ss": ["Anne Roy"]}  # fmt: skip
    [article] = pieces(
        tmp_path, "a.json", json.dumps({"responseHeader": {"status": 0}, "response": {"docs": [read_of]}})
    )
    assert isinstance(article, Article)
    assert (article.title, article.body, article.date, article.source) == ("Le pont", TEXT, DAY, ECHO)
    assert (article.page, article.authors, article.id) == ("11", ("Anne Roy",), "d1")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ({"response": {"n": 1, "docs": [{"tt_x": "Le pont", "bb_x": TEXT}]}}, "tt_x, bb_x"),
        ({"title": "Le pont", "images": [{"src": "a"}]}, "title, images"),
        ({"response": {"n": 1}}, "response"),
    ],
)
def test_a_refusal_names_the_keys_of_the_records(value: object, names: str, tmp_path: Path) -> None:
    [piece] = pieces(tmp_path, "a.json", json.dumps(value))
    assert isinstance(piece, Rejected)
    assert piece.reason.values["columns"] == names
