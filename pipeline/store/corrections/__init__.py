"""What readers put right by hand: one appended row each, laid over the events whenever these are loaded.

    record.py      a correction, and its row
    fields.py      FIELDS: what can be corrected, how a value is checked, and what it changes
    anchors.py     how a correction finds its event again after another reading
    log.py         append with a check that nobody else was faster; undo; which rows are in force
    overlay.py     the corrections in force laid over the event table
    regroup.py     merge and split, told by the code that joins mentions
    documents.py   outlet and publication date: said to the stages before they read

The event table on disk is what the articles say and stays so: an undone correction leaves no trace in it.
"""
