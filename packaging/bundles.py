"""What Windows and macOS are told of the frozen program. Read by `build.spec`; nobody has tried it on either."""

import re
from collections.abc import Iterable

NAME = "WavLink Desktop"
COPYRIGHT = "© 2026 The WavLink Desktop maintainers, GPL-3.0-or-later"

ENTITLEMENTS = {
    "com.apple.security.device.audio-input": True,  # search by what is recorded
    # Python's libraries come from many makers, and ctypes makes functions at run time.
    "com.apple.security.cs.disable-library-validation": True,
    "com.apple.security.cs.allow-unsigned-executable-memory": True,
}
"""What macOS lets the program do once it is signed for notarisation."""


def info_plist(version: str, extensions: Iterable[str]) -> dict[str, object]:
    """What PyInstaller does not write into Info.plist by itself. `extensions`: of sound files, with their dots."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleVersion": version,
        "NSHumanReadableCopyright": COPYRIGHT,
        "LSApplicationCategoryType": "public.app-category.music",
        "LSMinimumSystemVersion": "12.0",
        "NSMicrophoneUsageDescription": "To find sounds like the one that you record. Nothing leaves this computer.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Sound",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",  # players stay what opens a sound by a double click
                "LSItemContentTypes": ["public.audio"],
                "CFBundleTypeExtensions": sorted(extension.removeprefix(".") for extension in extensions),
            },
            {
                "CFBundleTypeName": "Folder",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "None",  # folders can be dropped on the icon, and stay the Finder's
                "LSItemContentTypes": ["public.folder"],
            },
        ],
    }


def version_info(version: str) -> str:
    """The version resource of the .exe, as PyInstaller reads it (VSVersionInfo)."""
    numbers = tuple(map(int, re.findall(r"\d+", version)))
    four = (*numbers, 0, 0, 0, 0)[:4]
    texts = {
        "CompanyName": "The WavLink Desktop maintainers",
        "FileDescription": NAME,
        "FileVersion": version,
        "InternalName": "wavlink-desktop",
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": "wavlink-desktop.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    structs = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    # 0x0409, 1200: English, Unicode.
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{structs}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
