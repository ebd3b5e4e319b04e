"""How to write a query, said where it is written."""

from wavlink_desktop.gui.translation import N, translated


def help_text() -> str:
    """A table as rich text."""

    rows = (
        ("rain on metal roof", N("sounds like that, best first")),
        ('"door slam"', N("these very words, in names, folders, descriptions, tags")),
        ("-music -tag:dog", N("without")),
        ("duration:&lt;5 &nbsp;duration:2..10", N("seconds; also 1:30, 500ms")),
        ("channels:stereo rate:&gt;=96k depth:24 format:wav", N("technical")),
        ("folder:rain name:door tag:metal description:roof", N("where the words must be")),
        ("catid:DOORWood category:DOORS", N("Universal Category System")),
        ("rating:&gt;=4 favourite:yes collection:trailer", N("what you keep")),
    )
    lines = "".join(f"<tr><td><b>{code}</b>&nbsp;&nbsp;</td><td>{translated(text)}</td></tr>" for code, text in rows)
    drop = translated(N("Drop a sound here to find what sounds like it; then write what should be different."))
    return f"<table cellpadding='2'>{lines}</table><p>{drop}</p>"
