"""What a page of an answer says."""

from search.messages import Table

TABLE: Table = {
    "articles": (
        ("{count:,} article", "{count:,} articles"),
        ("{count:,} article", "{count:,} articles"),
    ),
}
