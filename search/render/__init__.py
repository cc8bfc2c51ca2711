"""What a person or a program sees of an answer: the only place that knows layout, colours and formats.

`page`, `reading` and `panel` lay an answer out in lines of fragments; `plain` and `terminal` dress the lines.
`json` and `csv` write for programs.
"""
