"""What the fields of sounds are called where people see them, and what they mean."""

from wavlink_desktop.gui.translation import N, translated

_TITLES = {
    "bit_depth": N("Bit depth"),
    "category": N("Category"),
    "categoryfull": N("Full category"),
    "catid": N("CatID"),
    "catid_score": N("CatID score"),
    "catid_source": N("CatID source"),
    "channels": N("Channels"),
    "collections": N("Collections"),
    "creator": N("Creator"),
    "description": N("Description"),
    "designer": N("Designer"),
    "duration": N("Duration"),
    "favourite": N("Favourite"),
    "folder": N("Folder"),
    "format": N("Format"),
    "fxname": N("FX name"),
    "keywords": N("Keywords"),
    "library": N("Library"),
    "location": N("Location"),
    "manufacturer": N("Manufacturer"),
    "markers": N("Markers"),
    "microphone": N("Microphone"),
    "name": N("Name"),
    "notes": N("Notes"),
    "path": N("Path"),
    "project": N("Project"),
    "rating": N("Rating"),
    "sample_rate": N("Sample rate"),
    "scene": N("Scene"),
    "size": N("Size"),
    "source": N("Source"),
    "subcategory": N("Subcategory"),
    "tags": N("Tags"),
    "title": N("Title"),
    "userdata": N("User data"),
    "usercategory": N("User category"),
    "vendorcategory": N("Vendor category"),
}
_SAME = {"creatorid": "creator", "marker": "markers", "sourceid": "source"}
"""Other rooms' names for what has a title already."""


def field_title(name: str) -> str:
    """Of a field of the metadata or a column of an export, in the user's language; its name where it has none."""
    key = name.casefold()
    title = _TITLES.get(_SAME.get(key, key))
    return translated(title) if title else name


MEANINGS = (
    N("How long it is"),
    N("How many channels it has"),
    N("Its sample rate"),
    N("Its bits a sample"),
    N("The kind of file"),
    N("How much room it takes"),
    N("Words of its name"),
    N("Words of its folders, or a folder's path"),
    N("Whether its folder or drive is there"),
    N("Words of its tags; with = that very tag"),
    N("Its UCS category or CatID, by its tags"),
    N("Whether it has any tag"),
    N("The collection that it is in"),
    N("Its stars"),
    N("Whether it is a favourite"),
    N("Whether or when it was played"),
    N("Whether another has the same content, or sounds nearly the same"),
    N("Whether it has been listened to"),
    N("Whether it could not be read wholly"),
    N("Words of its description"),
    N("Its CatID, by its file or its tags"),
    N("Its UCS category, by its file or its tags"),
    N("Its UCS subcategory, by its file or its tags"),
    N("The library that it is from"),
    N("Its title"),
    N("Its keywords"),
    N("Its title in UCS"),
    N("Its user category in UCS"),
    N("Its vendor category in UCS"),
    N("Who designed it"),
    N("Whose product it is"),
    N("Who made it"),
    N("What it is from"),
    N("The microphone"),
    N("Where it was recorded"),
    N("The project"),
    N("The scene"),
    N("Its notes"),
    N("The names of its markers"),
)
"""What `search.fields` says of its fields, here only to be collected: that room knows no window."""
