"""The day an article was printed, as French newspapers, databases and file names write it.

`print_date` is the date itself, `written` the dates in a text, `lines` the lines above and below an article that say
when it was published, `sayings` what they may say beside a day, `values` the values of a column or key, `columns` what a
whole column shows of its values.
"""
