"""How sure it is that two things meet more often than by chance."""

import math


def likelihood_ratio(together: int, first: int, second: int, total: int) -> float:
    """Return the log-likelihood ratio of two things in `total` articles (Dunning 1993).

    `first` and `second` are the articles of each, `together` the articles of both.  The ratio is 0 where they meet as
    often as by chance.

    >>> likelihood_ratio(25, 50, 50, 100), round(likelihood_ratio(50, 50, 50, 100), 3)
    (0.0, 138.629)
    """
    table = (
        (together, first, second),
        (first - together, first, total - second),
        (second - together, total - first, second),
        (total - first - second + together, total - first, total - second),
    )
    return 2 * sum(
        count * math.log(count * total / (row * column)) for count, row, column in table if count > 0
    )
