"""A timeline as a picture: the shares of the answers as lines over time, broken where nothing was printed.

matplotlib draws it: it is the library that a French research team cites and keeps, and it needs no browser and no
display.  It is an extra, `manchette[chart]`, for it takes 80 MB with what it needs.
"""

from io import BytesIO
from warnings import catch_warnings, simplefilter

from search.messages import say
from search.render.inert import inert
from search.render.timeline import period_name, step_name
from search.study.timeline import Timeline

_INCHES = (9.0, 4.5)
_DOTS_PER_INCH = 150
_MAX_TICKS = 12


def png(made: Timeline) -> bytes:
    """Return a picture of the shares, as PNG.

    Raises:
        ImportError: matplotlib is not installed.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=_INCHES, dpi=_DOTS_PER_INCH, layout="constrained")
    axes = figure.add_subplot()
    for answer in made.answers:
        shares = [made.share(answer, period) for period in range(len(made.periods))]
        heights = [float("nan") if share is None else 100 * share for share in shares]
        # A blank before the label: matplotlib hides a label that begins with an underscore.
        axes.plot(heights, marker="o", markersize=3, label=f" {inert(answer.line)}")
    step = -(-len(made.periods) // _MAX_TICKS) or 1
    ticks = range(0, len(made.periods), step)
    axes.set_xticks(list(ticks), [period_name(made.periods[tick]) for tick in ticks], rotation=45, ha="right")
    axes.set_ylim(bottom=0)
    axes.set_ylabel("%")
    axes.set_title(say("timeline.chart_title", step=step_name(made)))
    axes.grid(axis="y", alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    for label in axes.legend(frameon=False).get_texts():
        label.set_parse_math(False)  # a query is no formula
    picture = BytesIO()
    with catch_warnings():
        simplefilter("ignore")  # of a sign that the font does not have, which is drawn as a box
        figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()
