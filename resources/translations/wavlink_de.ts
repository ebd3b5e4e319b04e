<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name></name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transfer to folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for &amp;dragged regions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag sounds out as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a f&amp;ilter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank more by &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank more by s&amp;ound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank by both ali&amp;ke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by &amp;microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the re&amp;gion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, or clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or stop, from the search box too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the &amp;beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Auto-play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back&amp;wards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip &amp;silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at the best &amp;moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A semitone &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A semitone &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal sp&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain down by 1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain up by 1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sounds e&amp;qually loud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold down to mo&amp;no, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other &amp;channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;it is, without all that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound de&amp;vice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next match in the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous mar&amp;ker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region from here (&amp;in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region to here (&amp;out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All of the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Taller waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flatter waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept the marked tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refuse the marked tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the &amp;next tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the &amp;previous tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to the tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find more like these…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write into the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename by UCS…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag the &amp;library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag the library &amp;with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;And like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Update the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;y out the map anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rescan all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or go on &amp;scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Problems…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Li&amp;st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the &amp;system has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About WavLink Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 to 30 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 seconds to 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>192 kHz and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>96 kHz and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>48 kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>44.1 kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCS category…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start of the program on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next scan on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a sound when it is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at a search&apos;s best moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as silence to be skipped: below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch folders for changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the system cannot tell (network drives, for one), the regular look finds what has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at all folders when the program starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at all folders every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is new or changed is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer leave more to other programs while the library listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number format of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results are the same for the ear; on some processors one of them is much faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds like that, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these very words, in names, folders, descriptions, tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds; also 1:30, 500ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>technical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the words must be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Universal Category System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a sound here to find what sounds like it; then write what should be different.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Choose a sound first, then ask for more like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is still loading: searching by sound works in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>Words or sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by names and texts alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by how it sounds alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by names and by how it sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by both, more by the sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by both, more by names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: words. Right: sound. A double click: both alike.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>Search here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{0}” from the library? Its {1} sounds are no longer found, and their tags, ratings and places in collections are forgotten. The files themselves stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is out of the library; its files are where they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Only what is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {0} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ·  looked at {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to change: the files say all that already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z in the window takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have changed since and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks a column, Alt with the arrows moves it; or drag it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Customising</name>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>&lt;h3&gt;WavLink Desktop {0}&lt;/h3&gt;&lt;p&gt;Finds sounds by meaning, on your own computer.&lt;/p&gt;&lt;p&gt;Free software, GPL-3.0-or-later.&lt;/p&gt;&lt;p&gt;Library: {1}&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sound first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not load: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out suggestions below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you accepted is always written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its folder afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen sounds ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this search found ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole library ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions of at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSV table, tabs between cells (*.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, a line a clip (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soundminer text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CatID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CatID score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CatID source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FX name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file to write to, with its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} clips</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exported to {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Choose the sounds first whose tags are to be written into their files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the sounds first that are to be renamed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Nothing sounds like this yet: the library has not been listened to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name has these words. The search by sound is being loaded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try other words, or fewer filters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system cannot watch it ({0}). The regular look finds what changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to be listened to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder, or drop one on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is not there: connect its drive, or, if it lives elsewhere now, find it. Nothing that is known of its sounds is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is “{0}” now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{0}” from the library? Its files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound is forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds are forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with the tags that you gave 1 of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with the tags that you gave {0} of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Growing</name>
    <message>
        <source>Add a folder of sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan done: {0} new, {1} listened to, {2} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that reads sounds crashed on {0}. It goes on without it; see Problems.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>Speed {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound device: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspecting</name>
    <message>
        <source>Choose a sound first, then type a tag for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag is suggested here. T types one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} for {1} clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds are too many to count their tags. What you type is given to all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listened to yet. F5 goes on with the scan, then Ctrl+T tags the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags yet. Ctrl+T tags the library, or type one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} clips were tagged anew since: they are left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write into the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sound to see its tags and facts, or several to tag them together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write into the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: what is done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Categories on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light only {0}; another click lights all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} in sight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak level of what goes to the device, in dBFS</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Mark a region first: drag over the waveform, or press I and O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for something first: then the places that match are marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sound is short: it matches as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no markers in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marker {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume (Ctrl++, Ctrl+-)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapJob</name>
    <message>
        <source>The map&apos;s process ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Play what the pointer rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw around sounds to select them (Ctrl and drag)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole map (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop making the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move, wheel to zoom, Ctrl and drag to draw around sounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>{0} sounds from the map are listed. Esc lists what you search for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows what has been listened to. Nothing has been yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is being laid out: what sounds alike comes to lie together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map, what sounds alike lies together. It is made once, in the background.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Organising</name>
    <message>
        <source>1 sound is a favourite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds are favourites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound is a favourite no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds are favourites no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a collection in the sidebar first; then sounds can be taken out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound taken out of “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take out of “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save: search for something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sounds are being compared already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the sounds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sound first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} for {1} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rating {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound is in “{0}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} sounds are in “{0}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are in “{0}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add to “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is deleted; its sounds are where they were. Ctrl+Z brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the sounds: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sounds are compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed and pitch (, . and &lt; &gt; by semitones; wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain, never over full scale ({ }; wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which channels are heard (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M/S decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Playback is off: Qt&apos;s sound support does not load ({0}). On Debian: apt install libpulse0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback is off: no sound device was found. Connect one and it will be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is gone. Sounds go to {1} now: play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults of this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listed any more, until the file changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file could not be read, or not wholly. Everything else is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files could not be read, or not wholly. Everything else is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ignore all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Recording needs a part of Qt that does not load here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by a sound from the microphone (Ctrl+Shift+R): again to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening… {0} s. Once more to stop and search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was too short. Let it listen for a second or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone was silent. Look whether it is muted in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording cannot be kept: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionsList</name>
    <message>
        <source>Tags along the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click plays from {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenamingDialog</name>
    <message>
        <source>Rename by the Universal Category System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who made the sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project, show or library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind the CatID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CatID-UserCategory_VendorCategory-FXName_Creator_Source_UserData

What a name says by now is kept unless it is given here. Names that are taken are numbered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbered: the name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rendering</name>
    <message>
        <source>Rendered: drag it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being rendered. A moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a moment to render. Drag it again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>{0}
Its folder or drive is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sounds like what you asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name, folder, description or tags match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sound and its name match</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanBar</name>
    <message>
        <source>Scan progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the scan: what is done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for sounds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound has not been listened to yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds have not been listened to yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searchable by name; listening to the sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanJob</name>
    <message>
        <source>The scan ended unexpectedly while it read {0}. Rescan to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan ended unexpectedly. Rescan to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a filter (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but … (metallic, far away, in a hall)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe a sound: rain on metal roof   &quot;exact words&quot;   duration:&lt;5   -music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like {0}. Click for less like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less like {0}. Click for more like it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add as another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in the list of sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command, then press its new key here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} alone is needed for typing: hold Ctrl or Alt as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has that key already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is taken from {1}, which has no such key then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidebarDelegate</name>
    <message>
        <source>Name of the collection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder here, or press Ctrl+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop sounds here to begin one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: Ctrl+T tags the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all sounds: which are another format, level or trim of one recording?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to search here, Ctrl+click to add it, Shift+click to leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundView</name>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region from {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} markers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} listened to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the files that could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagDelegate</name>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagEntry</name>
    <message>
        <source>Tags that are called like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagList</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or A accepts a tag, Delete or R refuses it, Space searches for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back that it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back that it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find more like the chosen sounds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, refused by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, accepted by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} clips have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} accepted by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that it does not fit. R takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sounds like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the name: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the folder: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the description: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From what the name means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the metadata in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: search for it. A or Enter: accept. R or Delete: refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that it fits. A takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that it fits {0} of {1} clips.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Type a tag for {0} clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaggingJob</name>
    <message>
        <source>Tagging ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>The library is being tagged already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagging the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose some sounds first: three at least, five are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is being tagged. Teach when that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teach “{0}” by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for more “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was tagged by then stays tagged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is tagged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found 1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} for “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else sounds like “{0}”. More examples may help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeachingDialog</name>
    <message>
        <source>Find more like these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} as what the tag means. What sounds like that will be tagged too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag: a word of your own, or a CatID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more example is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more examples are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose more sounds, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter takes the tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter begins.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tending</name>
    <message>
        <source>1 sound is found again in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds are found again in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is out of the library; its files are where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying 1 file again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying {0} files again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files are ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Transfer to folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the &amp;region {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is in the library: the new files will be scanned as sounds too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naming scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the folders of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drag sounds out in this form too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds that are dragged out are then rendered into {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Des&amp;tination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV (broadcast)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AIFF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ogg Vorbis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bit, dithered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bit float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded down to mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each in a file of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the highest peak to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound before and after a region, as far as its file has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a region is cut out of its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handl&amp;es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample &amp;rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bit &amp;depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hannels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferReportDialog</name>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was transferred. Some sounds are not quite what was asked for:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sound could not be transferred: no part of it was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds could not be transferred: no parts of them were left behind.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transferring</name>
    <message>
        <source>1 file copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose sounds first, then transfer them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transfer is running. Wait for it, or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for dragged regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions that are dragged out are written to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds are dragged out as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dragged out from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files at once are too many for other programs: transfer them to a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over the waveform first: that marks a region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region is copied, as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferring {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Nothing chosen yet: click a sound, or press ↓ in the search box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best moment {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>{0} of {1} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot undo {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vocabularies</name>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like your examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VocabulariesDialog</name>
    <message>
        <source>Tag the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag every sound with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that you gave or refused are left alone. Lists of your own lie in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Universal Category System, 753 CatIDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things and events: door, dog, rain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bright, metallic, distant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags that you taught by examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Its folder or drive is not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the demo library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop folders of sounds here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are listed within seconds and searchable by name at once, by what they sound like as soon as they have been listened to. Your files stay where they are, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sounds at hand? The demo library is synthesised on this computer in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demo library: {0} of {1} sounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Write into the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from tags and names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text here replaces what the files have; “-” empties the field. Otherwise what others wrote stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FX name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CatID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write into {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write into {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote into {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>Make the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>{0}   Tab</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>&amp;Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
