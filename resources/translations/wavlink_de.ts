<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name></name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>&amp;Klang</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Tags</translation>
    </message>
    <message>
        <source>&amp;Organise</source>
        <translation>&amp;Ordnen</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>B&amp;ibliothek</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Export tags…</source>
        <translation>Tags &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Transfer to folder…</source>
        <translation>In einen Ordner über&amp;tragen…</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>Folder for &amp;dragged regions…</source>
        <translation>Ordner für heraus&amp;gezogene Regionen…</translation>
    </message>
    <message>
        <source>Drag sounds out as they are</source>
        <translation>Klänge unverändert herausziehen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Add a f&amp;ilter…</source>
        <translation>F&amp;ilter hinzufügen…</translation>
    </message>
    <message>
        <source>Rank more by &amp;words</source>
        <translation>Mehr nach Wor&amp;ten ordnen</translation>
    </message>
    <message>
        <source>Rank more by s&amp;ound</source>
        <translation>Mehr nach Kl&amp;ang ordnen</translation>
    </message>
    <message>
        <source>Rank by both ali&amp;ke</source>
        <translation>Nach beidem g&amp;leich ordnen</translation>
    </message>
    <message>
        <source>Search by &amp;microphone</source>
        <translation>Mit dem &amp;Mikrofon suchen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the re&amp;gion</source>
        <translation>Re&amp;gion kopieren</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Stop, or clear the search</source>
        <translation>Anhalten oder die Suche leeren</translation>
    </message>
    <message>
        <source>&amp;Play or stop</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play or stop, from the search box too</source>
        <translation>Abspielen oder anhalten, auch aus dem Suchfeld</translation>
    </message>
    <message>
        <source>Play from the &amp;beginning</source>
        <translation>Von Anfang an abs&amp;pielen</translation>
    </message>
    <message>
        <source>&amp;Next sound</source>
        <translation>&amp;Nächster Klang</translation>
    </message>
    <message>
        <source>P&amp;revious sound</source>
        <translation>&amp;Voriger Klang</translation>
    </message>
    <message>
        <source>&amp;Auto-play</source>
        <translation>So&amp;fort abspielen</translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation>L&amp;oop</translation>
    </message>
    <message>
        <source>Bac&amp;kwards</source>
        <translation>&amp;Rückwärts</translation>
    </message>
    <message>
        <source>All sounds equall&amp;y loud</source>
        <translation>Alle Klänge &amp;gleich laut</translation>
    </message>
    <message>
        <source>Fold down &amp;to mono, or not</source>
        <translation>Auf Mono mis&amp;chen oder nicht</translation>
    </message>
    <message>
        <source>T&amp;ype a tag</source>
        <translation>Ein Tag &amp;eingeben</translation>
    </message>
    <message>
        <source>Rena&amp;me by UCS…</source>
        <translation>Nach &amp;UCS umbenennen…</translation>
    </message>
    <message>
        <source>Tag the library wit&amp;h…</source>
        <translation>Die Bibliothek taggen &amp;mit…</translation>
    </message>
    <message>
        <source>Find what sounds nearl&amp;y the same</source>
        <translation>Fast &amp;Gleiches finden</translation>
    </message>
    <message>
        <source>An&amp;d like this</source>
        <translation>&amp;Und wie dieser</translation>
    </message>
    <message>
        <source>Colours as the s&amp;ystem has them</source>
        <translation>Farben wie im S&amp;ystem</translation>
    </message>
    <message>
        <source>Skip &amp;silence</source>
        <translation>Stille &amp;überspringen</translation>
    </message>
    <message>
        <source>Start at the best &amp;moment</source>
        <translation>An der &amp;besten Stelle beginnen</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>A semitone &amp;down</source>
        <translation>Einen Halbton &amp;tiefer</translation>
    </message>
    <message>
        <source>A semitone &amp;up</source>
        <translation>Einen Halbton &amp;höher</translation>
    </message>
    <message>
        <source>Normal sp&amp;eed</source>
        <translation>Nor&amp;males Tempo</translation>
    </message>
    <message>
        <source>Gain down by 1 dB</source>
        <translation>Verstärkung um 1 dB senken</translation>
    </message>
    <message>
        <source>Gain up by 1 dB</source>
        <translation>Verstärkung um 1 dB anheben</translation>
    </message>
    <message>
        <source>Other &amp;channels</source>
        <translation>Andere &amp;Kanäle</translation>
    </message>
    <message>
        <source>As &amp;it is, without all that</source>
        <translation>Unverän&amp;dert, ohne all das</translation>
    </message>
    <message>
        <source>Sound de&amp;vice…</source>
        <translation>Aud&amp;iogerät…</translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation>La&amp;uter</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>L&amp;eiser</translation>
    </message>
    <message>
        <source>&amp;Next match in the sound</source>
        <translation>&amp;Nächste Fundstelle im Klang</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>Vorige Fun&amp;dstelle</translation>
    </message>
    <message>
        <source>Next &amp;marker</source>
        <translation>Nächster &amp;Marker</translation>
    </message>
    <message>
        <source>Previous mar&amp;ker</source>
        <translation>V&amp;origer Marker</translation>
    </message>
    <message>
        <source>Region from here (&amp;in)</source>
        <translation>Region ab h&amp;ier</translation>
    </message>
    <message>
        <source>Region to here (&amp;out)</source>
        <translation>Region bis hi&amp;er</translation>
    </message>
    <message>
        <source>&amp;Clear the region</source>
        <translation>Region &amp;aufheben</translation>
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation>&amp;Wellenform</translation>
    </message>
    <message>
        <source>&amp;Spectrogram</source>
        <translation>&amp;Spektrogramm</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>&amp;Beide</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom to &amp;all of the sound</source>
        <translation>Auf den &amp;ganzen Klang zoomen</translation>
    </message>
    <message>
        <source>Zoom to the &amp;region</source>
        <translation>Auf die &amp;Region zoomen</translation>
    </message>
    <message>
        <source>&amp;Taller waveform</source>
        <translation>&amp;Höhere Wellenform</translation>
    </message>
    <message>
        <source>&amp;Flatter waveform</source>
        <translation>&amp;Flachere Wellenform</translation>
    </message>
    <message>
        <source>&amp;Accept the marked tag</source>
        <translation>Markiertes Tag &amp;annehmen</translation>
    </message>
    <message>
        <source>&amp;Refuse the marked tag</source>
        <translation>Markiertes Tag a&amp;blehnen</translation>
    </message>
    <message>
        <source>Mark the &amp;next tag</source>
        <translation>&amp;Nächstes Tag markieren</translation>
    </message>
    <message>
        <source>Mark the &amp;previous tag</source>
        <translation>&amp;Voriges Tag markieren</translation>
    </message>
    <message>
        <source>&amp;Go to the tags</source>
        <translation>Zu den &amp;Tags gehen</translation>
    </message>
    <message>
        <source>&amp;Find more like these…</source>
        <translation>Mehr wie &amp;diese finden…</translation>
    </message>
    <message>
        <source>&amp;Write into the files…</source>
        <translation>In die Dateien &amp;schreiben…</translation>
    </message>
    <message>
        <source>Tag the &amp;library</source>
        <translation>Die Bib&amp;liothek taggen</translation>
    </message>
    <message>
        <source>★★★★★</source>
        <translation>★★★★★</translation>
    </message>
    <message>
        <source>★★★★</source>
        <translation>★★★★</translation>
    </message>
    <message>
        <source>★★★</source>
        <translation>★★★</translation>
    </message>
    <message>
        <source>★★</source>
        <translation>★★</translation>
    </message>
    <message>
        <source>★</source>
        <translation>★</translation>
    </message>
    <message>
        <source>&amp;No stars</source>
        <translation>&amp;Keine Sterne</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favorit</translation>
    </message>
    <message>
        <source>&amp;Add to collection…</source>
        <translation>Zur &amp;Sammlung hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Take out of the collection</source>
        <translation>&amp;Aus der Sammlung nehmen</translation>
    </message>
    <message>
        <source>New &amp;collection</source>
        <translation>&amp;Neue Sammlung</translation>
    </message>
    <message>
        <source>&amp;Save this search</source>
        <translation>Diese Su&amp;che speichern</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>&amp;Weniger davon</translation>
    </message>
    <message>
        <source>&amp;Update the map</source>
        <translation>Karte &amp;aktualisieren</translation>
    </message>
    <message>
        <source>La&amp;y out the map anew</source>
        <translation>Karte &amp;neu anlegen</translation>
    </message>
    <message>
        <source>&amp;Rescan all folders</source>
        <translation>Alle Ordner neu &amp;einlesen</translation>
    </message>
    <message>
        <source>Pause or go on &amp;scanning</source>
        <translation>Einlesen anhalten oder &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Folders…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>&amp;Problems…</source>
        <translation>&amp;Probleme…</translation>
    </message>
    <message>
        <source>Li&amp;st</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>Side&amp;bar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Go to the sidebar</source>
        <translation>&amp;Zur Seitenleiste gehen</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>&amp;Diagnose…</translation>
    </message>
    <message>
        <source>Show &amp;logs</source>
        <translation>&amp;Protokolle zeigen</translation>
    </message>
    <message>
        <source>&amp;About WavLink Desktop</source>
        <translation>Über &amp;WavLink Desktop</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Played</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Mit Tags</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Ohne Tags</translation>
    </message>
    <message>
        <source>No favourite</source>
        <translation>Kein Favorit</translation>
    </message>
    <message>
        <source>Never played</source>
        <translation>Nie gespielt</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>No duplicate</source>
        <translation>Nicht doppelt</translation>
    </message>
    <message>
        <source>Listened to</source>
        <translation>Angehört</translation>
    </message>
    <message>
        <source>Not listened to</source>
        <translation>Nicht angehört</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Mit Problem</translation>
    </message>
    <message>
        <source>Without problems</source>
        <translation>Ohne Probleme</translation>
    </message>
    <message>
        <source>Played today</source>
        <translation>Heute gespielt</translation>
    </message>
    <message>
        <source>Played since yesterday</source>
        <translation>Seit gestern gespielt</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>Fast gleich</translation>
    </message>
    <message>
        <source>In a collection</source>
        <translation>In einer Sammlung</translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation>In keiner Sammlung</translation>
    </message>
    <message>
        <source>under {0}</source>
        <translation>unter {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>höchstens {0}</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>über {0}</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>mindestens {0}</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>in the last {0} days</source>
        <translation>in den letzten {0} Tagen</translation>
    </message>
    <message>
        <source>in the last {0}</source>
        <translation>in den letzten {0}</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Full category</source>
        <translation>Volle Kategorie</translation>
    </message>
    <message>
        <source>CatID</source>
        <translation>CatID</translation>
    </message>
    <message>
        <source>CatID score</source>
        <translation>CatID-Score</translation>
    </message>
    <message>
        <source>CatID source</source>
        <translation>CatID-Quelle</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>Designer</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>FX name</source>
        <translation>FX-Name</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Unterkategorie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>User-Daten</translation>
    </message>
    <message>
        <source>User category</source>
        <translation>User-Kategorie</translation>
    </message>
    <message>
        <source>Vendor category</source>
        <translation>Vendor-Kategorie</translation>
    </message>
    <message>
        <source>How long it is</source>
        <translation>Wie lang er ist</translation>
    </message>
    <message>
        <source>How many channels it has</source>
        <translation>Wie viele Kanäle er hat</translation>
    </message>
    <message>
        <source>Its sample rate</source>
        <translation>Seine Abtastrate</translation>
    </message>
    <message>
        <source>Its bits a sample</source>
        <translation>Seine Bittiefe</translation>
    </message>
    <message>
        <source>The kind of file</source>
        <translation>Das Dateiformat</translation>
    </message>
    <message>
        <source>How much room it takes</source>
        <translation>Wie viel Platz er braucht</translation>
    </message>
    <message>
        <source>Words of its name</source>
        <translation>Worte seines Namens</translation>
    </message>
    <message>
        <source>Words of its folders, or a folder&apos;s path</source>
        <translation>Worte seiner Ordner, oder der Pfad eines Ordners</translation>
    </message>
    <message>
        <source>Whether its folder or drive is there</source>
        <translation>Ob sein Ordner oder Laufwerk da ist</translation>
    </message>
    <message>
        <source>Words of its tags; with = that very tag</source>
        <translation>Worte seiner Tags; mit = genau dieses Tag</translation>
    </message>
    <message>
        <source>Its UCS category or CatID, by its tags</source>
        <translation>Seine UCS-Kategorie oder CatID, nach seinen Tags</translation>
    </message>
    <message>
        <source>Whether it has any tag</source>
        <translation>Ob er irgendein Tag hat</translation>
    </message>
    <message>
        <source>The collection that it is in</source>
        <translation>Die Sammlung, in der er ist</translation>
    </message>
    <message>
        <source>Its stars</source>
        <translation>Seine Sterne</translation>
    </message>
    <message>
        <source>Whether it is a favourite</source>
        <translation>Ob er ein Favorit ist</translation>
    </message>
    <message>
        <source>Whether or when it was played</source>
        <translation>Ob oder wann er gespielt wurde</translation>
    </message>
    <message>
        <source>Whether another has the same content, or sounds nearly the same</source>
        <translation>Ob ein anderer denselben Inhalt hat oder fast gleich klingt</translation>
    </message>
    <message>
        <source>Whether it has been listened to</source>
        <translation>Ob er angehört wurde</translation>
    </message>
    <message>
        <source>Whether it could not be read wholly</source>
        <translation>Ob er nicht ganz gelesen werden konnte</translation>
    </message>
    <message>
        <source>Words of its description</source>
        <translation>Worte seiner Beschreibung</translation>
    </message>
    <message>
        <source>Its CatID, by its file or its tags</source>
        <translation>Seine CatID, nach der Datei oder den Tags</translation>
    </message>
    <message>
        <source>Its UCS category, by its file or its tags</source>
        <translation>Seine UCS-Kategorie, nach der Datei oder den Tags</translation>
    </message>
    <message>
        <source>Its UCS subcategory, by its file or its tags</source>
        <translation>Seine UCS-Unterkategorie, nach der Datei oder den Tags</translation>
    </message>
    <message>
        <source>The library that it is from</source>
        <translation>Die Bibliothek, aus der er ist</translation>
    </message>
    <message>
        <source>Its title</source>
        <translation>Sein Titel</translation>
    </message>
    <message>
        <source>Its keywords</source>
        <translation>Seine Stichwörter</translation>
    </message>
    <message>
        <source>Its title in UCS</source>
        <translation>Sein Titel in UCS</translation>
    </message>
    <message>
        <source>Its user category in UCS</source>
        <translation>Seine User-Kategorie in UCS</translation>
    </message>
    <message>
        <source>Its vendor category in UCS</source>
        <translation>Seine Vendor-Kategorie in UCS</translation>
    </message>
    <message>
        <source>Who designed it</source>
        <translation>Wer ihn gestaltet hat</translation>
    </message>
    <message>
        <source>Whose product it is</source>
        <translation>Wessen Produkt er ist</translation>
    </message>
    <message>
        <source>Who made it</source>
        <translation>Wer ihn gemacht hat</translation>
    </message>
    <message>
        <source>What it is from</source>
        <translation>Woraus er ist</translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation>Das Mikrofon</translation>
    </message>
    <message>
        <source>Where it was recorded</source>
        <translation>Wo er aufgenommen wurde</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>Das Projekt</translation>
    </message>
    <message>
        <source>The scene</source>
        <translation>Die Szene</translation>
    </message>
    <message>
        <source>Its notes</source>
        <translation>Seine Notizen</translation>
    </message>
    <message>
        <source>The names of its markers</source>
        <translation>Die Namen seiner Marker</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Tag…</translation>
    </message>
    <message>
        <source>UCS category…</source>
        <translation>UCS-Kategorie…</translation>
    </message>
    <message>
        <source>Collection…</source>
        <translation>Sammlung…</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>Name…</translation>
    </message>
    <message>
        <source>not {0}</source>
        <translation>nicht {0}</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>From the next start of the program on.</source>
        <translation>Ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>From the next scan on.</source>
        <translation>Ab dem nächsten Einlesen.</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>The fastest on this computer</source>
        <translation>Das schnellste auf diesem Rechner</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Play a sound when it is chosen</source>
        <translation>Einen Klang abspielen, wenn er gewählt wird</translation>
    </message>
    <message>
        <source>Start at a search&apos;s best moment</source>
        <translation>An der besten Stelle einer Suche beginnen</translation>
    </message>
    <message>
        <source>What counts as silence to be skipped: below</source>
        <translation>Als Stille überspringen: unter</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Watch folders for changes</source>
        <translation>Ordner auf Änderungen überwachen</translation>
    </message>
    <message>
        <source>Where the system cannot tell (network drives, for one), the regular look finds what has changed.</source>
        <translation>Wo das System nichts melden kann (etwa auf Netzlaufwerken), findet das regelmäßige Durchsehen, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Tag new sounds</source>
        <translation>Neue Klänge taggen</translation>
    </message>
    <message>
        <source>Once they have been listened to, in the background. What you said of a sound is left alone.</source>
        <translation>Sobald sie angehört wurden, im Hintergrund. Was Sie von einem Klang gesagt haben, bleibt.</translation>
    </message>
    <message>
        <source>Look at all folders when the program starts</source>
        <translation>Beim Start alle Ordner durchsehen</translation>
    </message>
    <message>
        <source>Look at all folders every</source>
        <translation>Alle Ordner regelmäßig durchsehen</translation>
    </message>
    <message>
        <source>Only what is new or changed is read.</source>
        <translation>Nur was neu oder geändert ist, wird gelesen.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Processor cores for the model</source>
        <translation>Prozessorkerne für das Modell</translation>
    </message>
    <message>
        <source>Fewer leave more to other programs while the library listens.</source>
        <translation>Weniger Kerne lassen anderen Programmen mehr Leistung, während die Bibliothek Klänge anhört.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Number format of the model</source>
        <translation>Zahlenformat des Modells</translation>
    </message>
    <message>
        <source>Results are the same for the ear; on some processors one of them is much faster.</source>
        <translation>Für das Ohr sind die Ergebnisse gleich; auf manchen Prozessoren ist eines viel schneller.</translation>
    </message>
    <message>
        <source>sounds like that, best first</source>
        <translation>klingt so, das Beste zuerst</translation>
    </message>
    <message>
        <source>these very words, in names, folders, descriptions, tags</source>
        <translation>genau diese Worte, in Namen, Ordnern, Beschreibungen, Tags</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>seconds; also 1:30, 500ms</source>
        <translation>Sekunden; auch 1:30, 500ms</translation>
    </message>
    <message>
        <source>technical</source>
        <translation>technisch</translation>
    </message>
    <message>
        <source>where the words must be</source>
        <translation>wo die Worte stehen müssen</translation>
    </message>
    <message>
        <source>Universal Category System</source>
        <translation>Universal Category System</translation>
    </message>
    <message>
        <source>what you keep</source>
        <translation>was Sie behalten</translation>
    </message>
    <message>
        <source>Drop a sound here to find what sounds like it; then write what should be different.</source>
        <translation>Ziehen Sie einen Klang hierher, um Ähnliches zu finden; dann schreiben Sie, was anders sein soll.</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>{0} insgesamt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>{0} bit</source>
        <translation>{0} Bit</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>komprimiert</translation>
    </message>
    <message>
        <source>folder or drive not connected</source>
        <translation>Ordner oder Laufwerk nicht verbunden</translation>
    </message>
    <message>
        <source>{0} not connected</source>
        <translation>{0} nicht verbunden</translation>
    </message>
    <message>
        <source>not listened to yet</source>
        <translation>noch nicht angehört</translation>
    </message>
    <message>
        <source>{0} not listened to yet</source>
        <translation>{0} noch nicht angehört</translation>
    </message>
    <message>
        <source>various</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>There is no microphone. Connect one, or choose one in the system&apos;s settings.</source>
        <translation>Es gibt kein Mikrofon. Schließen Sie eines an, oder wählen Sie eines in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>The microphone does not open. Another program may hold it.</source>
        <translation>Das Mikrofon lässt sich nicht öffnen. Vielleicht hält es ein anderes Programm.</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Pro Tools, 48 kHz / 24 bit</source>
        <translation>Pro Tools, 48 kHz / 24 Bit</translation>
    </message>
    <message>
        <source>Film, 96 kHz / 24 bit</source>
        <translation>Film, 96 kHz / 24 Bit</translation>
    </message>
    <message>
        <source>Game, 44.1 kHz / 16 bit mono</source>
        <translation>Spiel, 44,1 kHz / 16 Bit Mono</translation>
    </message>
    <message>
        <source>Archive, FLAC</source>
        <translation>Archiv, FLAC</translation>
    </message>
    <message>
        <source>To show, MP3</source>
        <translation>Zum Vorspielen, MP3</translation>
    </message>
    <message>
        <source>There is no field &quot;{0}:&quot;. The fields are {1}. Put quotes around words with a colon.</source>
        <translation>Ein Feld „{0}:“ gibt es nicht. Die Felder sind {1}. Setzen Sie Worte mit Doppelpunkt in Anführungszeichen.</translation>
    </message>
    <message>
        <source>&quot;{0}:&quot; needs a value, such as {1}.</source>
        <translation>„{0}:“ braucht einen Wert, etwa {1}.</translation>
    </message>
    <message>
        <source>&quot;{0}:&quot; does not know &quot;{1}&quot;. Write for instance {2}.</source>
        <translation>„{0}:“ kennt „{1}“ nicht. Schreiben Sie zum Beispiel {2}.</translation>
    </message>
    <message>
        <source>{0}: there is nothing to be heard in it. Choose a sound that is not silent.</source>
        <translation>{0}: Darin ist nichts zu hören. Wählen Sie einen Klang, der nicht still ist.</translation>
    </message>
    <message>
        <source>The file is not there: it was moved, renamed or deleted, or its drive is not connected.</source>
        <translation>Die Datei ist nicht da: Sie wurde verschoben, umbenannt oder gelöscht, oder ihr Laufwerk ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The file is not there: a folder of its path was moved, renamed or deleted.</source>
        <translation>Die Datei ist nicht da: Ein Ordner ihres Pfads wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>The file is not there: it was moved, renamed or deleted.</source>
        <translation>Die Datei ist nicht da: Sie wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>The file may not be read: give yourself the permission to read it.</source>
        <translation>Die Datei darf nicht gelesen werden: Geben Sie sich das Recht, sie zu lesen.</translation>
    </message>
    <message>
        <source>The link leads back to itself: remove it or point it to a file.</source>
        <translation>Die Verknüpfung führt zu sich selbst zurück: Entfernen Sie sie, oder lassen Sie sie auf eine Datei zeigen.</translation>
    </message>
    <message>
        <source>The drive reports an error where this file lies: check the drive.</source>
        <translation>Das Laufwerk meldet einen Fehler, wo diese Datei liegt: Prüfen Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>The drive stopped giving the file: {0}.</source>
        <translation>Das Laufwerk gibt die Datei nicht mehr her: {0}.</translation>
    </message>
    <message>
        <source>The file cannot be opened: {0}.</source>
        <translation>Die Datei lässt sich nicht öffnen: {0}.</translation>
    </message>
    <message>
        <source>The file holds no sound: there is a header, and no sample behind it.</source>
        <translation>Die Datei enthält keinen Klang: einen Header, und kein Sample dahinter.</translation>
    </message>
    <message>
        <source>The file has no sound track.</source>
        <translation>Die Datei hat keine Tonspur.</translation>
    </message>
    <message>
        <source>The header is damaged: it gives a sample rate of {0} Hz.</source>
        <translation>Der Header ist beschädigt: Er nennt eine Abtastrate von {0} Hz.</translation>
    </message>
    <message>
        <source>This is a folder, not a sound file.</source>
        <translation>Das ist ein Ordner, keine Sounddatei.</translation>
    </message>
    <message>
        <source>This is a pipe, a socket or a device, not a sound file.</source>
        <translation>Das ist eine Pipe, ein Socket oder ein Gerät, keine Sounddatei.</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes).</source>
        <translation>Die Datei ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>The sound is damaged, cut off or coded in a way that is not supported.</source>
        <translation>Der Klang ist beschädigt, abgeschnitten oder so kodiert, wie es nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>This is not a sound file: whatever its name says, what is in it is no known sound format.</source>
        <translation>Das ist keine Sounddatei: Was auch der Name sagt, der Inhalt ist kein bekanntes Audioformat.</translation>
    </message>
    <message>
        <source>No sound could be read: {0}.</source>
        <translation>Kein Klang konnte gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>Not all of the file could be read: {0}.</source>
        <translation>Nicht die ganze Datei konnte gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>{0} s of the sound are damaged or missing</source>
        <translation>{0} s des Klangs sind beschädigt oder fehlen</translation>
    </message>
    <message>
        <source>the file ends at once</source>
        <translation>die Datei endet sofort</translation>
    </message>
    <message>
        <source>the file ends before it</source>
        <translation>die Datei endet vorher</translation>
    </message>
    <message>
        <source>You may not read it. Change its permissions, then scan again.</source>
        <translation>Sie dürfen sie nicht lesen. Ändern Sie ihre Rechte, dann lesen Sie neu ein.</translation>
    </message>
    <message>
        <source>It is a link to a file that is not there.</source>
        <translation>Eine Verknüpfung mit einer Datei, die nicht da ist.</translation>
    </message>
    <message>
        <source>It is a link that leads back to itself.</source>
        <translation>Eine Verknüpfung, die zu sich selbst zurückführt.</translation>
    </message>
    <message>
        <source>The disk gave an error while it was read. Check the disk, then scan again.</source>
        <translation>Das Laufwerk meldete beim Lesen einen Fehler. Prüfen Sie das Laufwerk, dann lesen Sie neu ein.</translation>
    </message>
    <message>
        <source>It is not there: it was moved, renamed or deleted. Scan its folder, then try again.</source>
        <translation>Sie ist nicht da: verschoben, umbenannt oder gelöscht. Lesen Sie ihren Ordner neu ein, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It is not there: it was moved, renamed or deleted, or its drive is not connected.</source>
        <translation>Sie ist nicht da: verschoben, umbenannt oder gelöscht, oder ihr Laufwerk ist nicht verbunden.</translation>
    </message>
    <message>
        <source>It is not there: it was moved, renamed or deleted.</source>
        <translation>Sie ist nicht da: verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>There is a file {0} already.</source>
        <translation>Eine Datei {0} gibt es schon.</translation>
    </message>
    <message>
        <source>The system refused: {0}.</source>
        <translation>Das System lehnte ab: {0}.</translation>
    </message>
    <message>
        <source>Another program holds it. Close that, then try again.</source>
        <translation>Ein anderes Programm hält sie. Schließen Sie es, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another program has locked it. Close that, then try again.</source>
        <translation>Ein anderes Programm hat sie gesperrt. Schließen Sie es, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It has changed since it was last looked at. Scan its folder, then try again.</source>
        <translation>Sie hat sich geändert, seit sie zuletzt gelesen wurde. Lesen Sie ihren Ordner neu ein, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It has changed since the preview. Look at the preview again.</source>
        <translation>Sie hat sich seit der Vorschau geändert. Sehen Sie die Vorschau noch einmal an.</translation>
    </message>
    <message>
        <source>The disk has no room for a second copy of it, which is needed for a moment.</source>
        <translation>Das Laufwerk hat keinen Platz für eine zweite Kopie, die für einen Moment gebraucht wird.</translation>
    </message>
    <message>
        <source>You may not write in its folder. Change the folder&apos;s permissions, then try again.</source>
        <translation>Sie dürfen in ihrem Ordner nicht schreiben. Ändern Sie die Rechte des Ordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It is write-protected. Change its permissions if you want tags in it.</source>
        <translation>Sie ist schreibgeschützt. Ändern Sie ihre Rechte, wenn Tags hinein sollen.</translation>
    </message>
    <message>
        <source>It has no UCS subcategory yet. Tag it, or give it a CatID, then try again.</source>
        <translation>Noch ohne UCS-Unterkategorie. Taggen Sie sie, oder geben Sie ihr eine CatID, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Its name does not say {0}. Say it for all that lack it.</source>
        <translation>Im Namen fehlt {0}: links für alle angeben.</translation>
    </message>
    <message>
        <source>who made it (CreatorID)</source>
        <translation>der Urheber (CreatorID)</translation>
    </message>
    <message>
        <source>what it is from (SourceID)</source>
        <translation>die Quelle (SourceID)</translation>
    </message>
    <message>
        <source>Its name has no letters that could stand in the new one.</source>
        <translation>Ihr Name hat keine Buchstaben, die im neuen stehen könnten.</translation>
    </message>
    <message>
        <source>The blocks of its new name are too long together.</source>
        <translation>Die Blöcke ihres neuen Namens sind zusammen zu lang.</translation>
    </message>
    <message>
        <source>It is no WAV, RF64, BW64 or AIFF file.</source>
        <translation>Das ist keine WAV-, RF64-, BW64- oder AIFF-Datei.</translation>
    </message>
    <message>
        <source>The file is cut off: its header promises {0} bytes, it has {1}.</source>
        <translation>Die Datei ist abgeschnitten: Ihr Header verspricht {0} Bytes, sie hat {1}.</translation>
    </message>
    <message>
        <source>Its folder or drive is not connected.</source>
        <translation>Der Ordner oder das Laufwerk ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The region is empty: drag one over the waveform that has a length.</source>
        <translation>Die Region ist leer: Ziehen Sie über die Wellenform eine, die eine Länge hat.</translation>
    </message>
    <message>
        <source>The region is shorter than one sample.</source>
        <translation>Die Region ist kürzer als ein Sample.</translation>
    </message>
    <message>
        <source>The region begins behind the end of the sound, which is {0} s long.</source>
        <translation>Die Region beginnt hinter dem Ende des Klangs, der {0} s lang ist.</translation>
    </message>
    <message>
        <source>The region goes beyond the end of the sound, {0} s, and was cut there.</source>
        <translation>Die Region geht über das Ende des Klangs bei {0} s hinaus und wurde dort geschnitten.</translation>
    </message>
    <message>
        <source>Its peaks were {0} dB over full scale and were cut: normalise, or choose 32-bit float.</source>
        <translation>Die Spitzen lagen {0} dB über Vollaussteuerung und wurden abgeschnitten: Normalisieren Sie, oder wählen Sie 32 Bit Float.</translation>
    </message>
    <message>
        <source>MP3 has no {0} kHz: it was written at {1} kHz.</source>
        <translation>MP3 kennt keine {0} kHz: Geschrieben wurde mit {1} kHz.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then transfer the rest again.</source>
        <translation>Das Laufwerk ist voll. Schaffen Sie Platz, dann übertragen Sie den Rest noch einmal.</translation>
    </message>
    <message>
        <source>{0} cannot say where a region ends: markers stand where they begin.</source>
        <translation>{0} kann nicht sagen, wo eine Region endet: Marker stehen, wo sie beginnen.</translation>
    </message>
    <message>
        <source>The new files need at least {0}, and {1} has {2} free. Make room, choose another folder, or transfer fewer sounds.</source>
        <translation>Die neuen Dateien brauchen mindestens {0}, und auf {1} sind {2} frei. Schaffen Sie Platz, wählen Sie einen anderen Ordner, oder übertragen Sie weniger Klänge.</translation>
    </message>
    <message>
        <source>There is a collection &quot;{0}&quot; already. Choose another name.</source>
        <translation>Eine Sammlung „{0}“ gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is a saved search: what it finds is in it. Choose a collection of clips.</source>
        <translation>„{0}“ ist eine gespeicherte Suche: Darin ist, was sie findet. Wählen Sie eine Sammlung von Clips.</translation>
    </message>
    <message>
        <source>A collection needs a name with letters or digits.</source>
        <translation>Eine Sammlung braucht einen Namen mit Buchstaben oder Ziffern.</translation>
    </message>
    <message>
        <source>{0} is not there. Check the path, and that its drive is connected.</source>
        <translation>{0} ist nicht da. Prüfen Sie den Pfad, und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>{0} is not there, or is empty. Choose the folder that holds the sounds now.</source>
        <translation>{0} ist nicht da oder leer. Wählen Sie den Ordner, in dem die Klänge jetzt sind.</translation>
    </message>
    <message>
        <source>Another program is writing to the library {0}. Try again when it is done.</source>
        <translation>Ein anderes Programm schreibt in die Bibliothek {0}. Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>The disk that holds the library {0} is full. Make room, then try again; nothing was lost.</source>
        <translation>Das Laufwerk mit der Bibliothek {0} ist voll. Schaffen Sie Platz, dann versuchen Sie es noch einmal; nichts ging verloren.</translation>
    </message>
    <message>
        <source>{0} is not a WavLink library. Choose another file, or a new name to begin a library.</source>
        <translation>{0} ist keine WavLink-Bibliothek. Wählen Sie eine andere Datei, oder einen neuen Namen, um eine Bibliothek zu beginnen.</translation>
    </message>
    <message>
        <source>{0} is a database of another program. Choose another file for the library.</source>
        <translation>{0} ist die Datenbank eines anderen Programms. Wählen Sie eine andere Datei für die Bibliothek.</translation>
    </message>
    <message>
        <source>The library {0} is damaged. Restore a copy, or begin a new library and scan your folders again.</source>
        <translation>Die Bibliothek {0} ist beschädigt. Stellen Sie eine Kopie wieder her, oder beginnen Sie eine neue, und lesen Sie Ihre Ordner neu ein.</translation>
    </message>
    <message>
        <source>The library {0} may not be written. Check the permissions of the file and of its folder.</source>
        <translation>In die Bibliothek {0} darf nicht geschrieben werden. Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>The library {0} could not be opened. Check that its folder exists and that you may write there.</source>
        <translation>Die Bibliothek {0} ließ sich nicht öffnen. Prüfen Sie, ob es ihren Ordner gibt und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk that holds the library {0} gave an error. Check that it is connected and has room.</source>
        <translation>Das Laufwerk mit der Bibliothek {0} meldete einen Fehler. Prüfen Sie, ob es verbunden ist und Platz hat.</translation>
    </message>
    <message>
        <source>There is not enough memory for the model. Close other programs, then try again.</source>
        <translation>Für das Modell reicht der Speicher nicht. Schließen Sie andere Programme, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What is said of these clips has changed since. Nothing was touched.</source>
        <translation>Was von diesen Clips gesagt ist, hat sich seither geändert. Nichts wurde angerührt.</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About WavLink Desktop</source>
        <translation>Über WavLink Desktop</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Lizenzhinweise</translation>
    </message>
    <message>
        <source>The &amp;program</source>
        <translation>Das &amp;Programm</translation>
    </message>
    <message>
        <source>The &amp;model</source>
        <translation>Das &amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Notices</source>
        <translation>&amp;Lizenzhinweise</translation>
    </message>
    <message>
        <source>Finds sounds by meaning, on your own computer. Nothing leaves it.</source>
        <translation>Findet Klänge nach ihrer Bedeutung, auf Ihrem eigenen Rechner. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>The model was trained by this project, after {0}, from Whisper (MIT) and MiniLM (Apache-2.0).</source>
        <translation>Das Modell hat dieses Projekt trainiert, nach {0}, ausgehend von Whisper (MIT) und MiniLM (Apache-2.0).</translation>
    </message>
    <message>
        <source>It learnt from openly licensed sounds; the next page names them and says what its licence is.</source>
        <translation>Gelernt hat es an frei lizenzierten Klängen; die nächste Seite nennt sie und seine Lizenz.</translation>
    </message>
    <message>
        <source>Built on Qt, PyTorch, transformers, FFmpeg, libsndfile, mutagen, hnswlib and SQLite, among others.</source>
        <translation>Gebaut unter anderem auf Qt, PyTorch, transformers, FFmpeg, libsndfile, mutagen, hnswlib und SQLite.</translation>
    </message>
    <message>
        <source>Categories: the Universal Category System of Tim Nielsen, Justin Drury and Kai Paquin.</source>
        <translation>Kategorien: das Universal Category System von Tim Nielsen, Justin Drury und Kai Paquin.</translation>
    </message>
    <message>
        <source>Thanks to everybody who gives sounds, models and code away freely.</source>
        <translation>Dank an alle, die Klänge, Modelle und Code frei weitergeben.</translation>
    </message>
    <message>
        <source>Library: {0}</source>
        <translation>Bibliothek: {0}</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Choose a sound first, then ask for more like it.</source>
        <translation>Wählen Sie zuerst einen Klang, dann fragen Sie nach mehr davon.</translation>
    </message>
    <message>
        <source>The model is still loading: searching by sound works in a moment.</source>
        <translation>Das Modell wird noch geladen: Die Suche nach Klang geht gleich.</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>Words or sound</source>
        <translation>Worte oder Klang</translation>
    </message>
    <message>
        <source>Found by names and texts alone.</source>
        <translation>Nur nach Namen und Texten gefunden.</translation>
    </message>
    <message>
        <source>Found by how it sounds alone.</source>
        <translation>Nur nach dem Klang gefunden.</translation>
    </message>
    <message>
        <source>Found by names and by how it sounds.</source>
        <translation>Nach Namen und nach dem Klang gefunden.</translation>
    </message>
    <message>
        <source>Found by both, more by the sound.</source>
        <translation>Nach beidem gefunden, mehr nach dem Klang.</translation>
    </message>
    <message>
        <source>Found by both, more by names.</source>
        <translation>Nach beidem gefunden, mehr nach Namen.</translation>
    </message>
    <message>
        <source>Left: words. Right: sound. A double click: both alike.</source>
        <translation>Links: Worte. Rechts: Klang. Doppelklick: beides gleich.</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>Search here</source>
        <translation>Hier suchen</translation>
    </message>
    <message>
        <source>Add to the search</source>
        <translation>Zur Suche hinzufügen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Compare all sounds</source>
        <translation>Alle Klänge vergleichen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Einen Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation>Kein Dateimanager antwortet. Der Ordner ist {0}</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Aus der Bibliothek entfernen…</translation>
    </message>
    <message>
        <source>Remove “{0}” from the library? Its {1} sounds are no longer found, and their tags, ratings and places in collections are forgotten. The files themselves stay where they are.</source>
        <translation>„{0}“ aus der Bibliothek entfernen? Die {1} Klänge darin werden nicht mehr gefunden; ihre Tags, Wertungen und Plätze in Sammlungen werden vergessen. Die Dateien selbst bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Remove a folder</source>
        <translation>Einen Ordner entfernen</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>“{0}” is out of the library; its files are where they were.</source>
        <translation>„{0}“ ist aus der Bibliothek; die Dateien sind, wo sie waren.</translation>
    </message>
</context>
<context>
    <name>Caring</name>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation>Kein Dateimanager antwortet. Der Ordner ist {0}</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Only what is refused</source>
        <translation>Nur Abgelehntes</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>{0} change</source>
        <translation>{0} zu ändern</translation>
    </message>
    <message>
        <source>, {0} refused</source>
        <translation>, {0} abgelehnt</translation>
    </message>
    <message>
        <source>  ·  looked at {0} of {1}</source>
        <translation>  ·  {0} von {1} angesehen</translation>
    </message>
    <message>
        <source>There is nothing to change: the files say all that already.</source>
        <translation>Es gibt nichts zu ändern: In den Dateien steht das alles schon.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} von {1} Dateien</translation>
    </message>
    <message>
        <source>Ctrl+Z in the window takes it back.</source>
        <translation>Strg+Z im Fenster nimmt es zurück.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is nothing to change now.</source>
        <translation>Jetzt gibt es nichts zu ändern.</translation>
    </message>
    <message>
        <source>It has been taken back already.</source>
        <translation>Es wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>{0} have changed since and stay as they are.</source>
        <translation>Seither anderweitig geändert, bleibt daher so: {0}.</translation>
    </message>
</context>
<context>
    <name>ChildProcess</name>
    <message>
        <source>The process {0}.</source>
        <translation>Der Prozess endete ({0}).</translation>
    </message>
    <message>
        <source>The report: {0}</source>
        <translation>Der Bericht: {0}</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Space ticks a column, Alt with the arrows moves it; or drag it.</source>
        <translation>Die Leertaste wählt eine Spalte, Alt mit den Pfeiltasten verschiebt sie; oder ziehen Sie sie.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Best moment</source>
        <translation>Beste Stelle</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Wertung</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>The sounds are being compared already.</source>
        <translation>Die Klänge werden schon verglichen.</translation>
    </message>
    <message>
        <source>Comparing the sounds…</source>
        <translation>Die Klänge werden verglichen…</translation>
    </message>
    <message>
        <source>Comparing the sounds: {0} of {1}</source>
        <translation>Die Klänge werden verglichen: {0} von {1}</translation>
    </message>
    <message>
        <source>The comparison ended unexpectedly.</source>
        <translation>Der Vergleich endete unerwartet.</translation>
    </message>
    <message>
        <source>The sounds are compared.</source>
        <translation>Die Klänge sind verglichen.</translation>
    </message>
    <message>
        <source>1 sound has not been compared yet.</source>
        <translation>1 Klang wurde noch nicht verglichen.</translation>
    </message>
    <message>
        <source>{0} sounds have not been compared yet.</source>
        <translation>{0} Klänge wurden noch nicht verglichen.</translation>
    </message>
    <message>
        <source>Compare &amp;again</source>
        <translation>&amp;Noch einmal vergleichen</translation>
    </message>
</context>
<context>
    <name>Customising</name>
    <message>
        <source>Folder: {0}</source>
        <translation>Ordner: {0}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Preferences: {0}</source>
        <translation>Einstellungen: {0}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Libraries (*.db);;All files (*)</source>
        <translation>Bibliotheken (*.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a library, or a name for a new one</source>
        <translation>Wählen Sie eine Bibliothek, oder einen Namen für eine neue</translation>
    </message>
    <message>
        <source>The library is not open.</source>
        <translation>Die Bibliothek ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Choose a sound first.</source>
        <translation>Wählen Sie zuerst einen Klang.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen…</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>{0} gefunden</translation>
    </message>
    <message>
        <source>Search by name only</source>
        <translation>Suche nur nach Namen</translation>
    </message>
    <message>
        <source>The model does not load: {0}</source>
        <translation>Das Modell lässt sich nicht laden: {0}</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy all findings as text</source>
        <translation>Alle Befunde als Text kopieren</translation>
    </message>
    <message>
        <source>Looking at this computer… Nothing is changed.</source>
        <translation>Dieser Rechner wird geprüft… Nichts wird geändert.</translation>
    </message>
    <message>
        <source>One thing is missing.</source>
        <translation>Etwas fehlt.</translation>
    </message>
    <message>
        <source>{0} things are missing.</source>
        <translation>{0} Dinge fehlen.</translation>
    </message>
    <message>
        <source>One thing could be better.</source>
        <translation>Etwas könnte besser sein.</translation>
    </message>
    <message>
        <source>{0} things could be better.</source>
        <translation>{0} Dinge könnten besser sein.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Könnte besser sein</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>In Ordnung</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export tags</source>
        <translation>Tags exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Leave out suggestions below</source>
        <translation>Vorschläge weglassen unter</translation>
    </message>
    <message>
        <source>What you accepted is always written.</source>
        <translation>Was Sie angenommen haben, wird immer geschrieben.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Open its folder afterwards</source>
        <translation>Danach den Ordner öffnen</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The chosen sounds ({0})</source>
        <translation>Die gewählten Klänge ({0})</translation>
    </message>
    <message>
        <source>What this search found ({0})</source>
        <translation>Was diese Suche gefunden hat ({0})</translation>
    </message>
    <message>
        <source>The whole library ({0})</source>
        <translation>Die ganze Bibliothek ({0})</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Suggestions of at least</source>
        <translation>Vorschläge ab</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>TSV table, tabs between cells (*.tsv)</source>
        <translation>TSV-Tabelle, Tabulatoren zwischen den Zellen (*.tsv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON, a line a clip (*.jsonl)</source>
        <translation>JSON, eine Zeile je Clip (*.jsonl)</translation>
    </message>
    <message>
        <source>Soundminer text (*.txt)</source>
        <translation>Soundminer-Text (*.txt)</translation>
    </message>
    <message>
        <source>Name a file to write to, with its folder.</source>
        <translation>Nennen Sie die Datei, in die geschrieben wird, mit ihrem Ordner.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Wählen Sie mindestens eine Spalte.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} of {1} clips</source>
        <translation>{0} von {1} Clips</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation>Abgebrochen: Keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Klänge</translation>
    </message>
    <message>
        <source>{0} exported to {1}</source>
        <translation>{0} exportiert nach {1}</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Choose the sounds first whose tags are to be written into their files.</source>
        <translation>Wählen Sie zuerst die Klänge, deren Tags in die Dateien geschrieben werden sollen.</translation>
    </message>
    <message>
        <source>Choose the sounds first that are to be renamed.</source>
        <translation>Wählen Sie zuerst die Klänge, die umbenannt werden sollen.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Nothing sounds like this yet: the library has not been listened to.</source>
        <translation>Noch klingt nichts so: Die Bibliothek wurde noch nicht angehört.</translation>
    </message>
    <message>
        <source>No name has these words. The search by sound is being loaded…</source>
        <translation>Kein Name hat diese Worte. Die Suche nach Klang wird geladen…</translation>
    </message>
    <message>
        <source>Nothing found. Try other words, or fewer filters.</source>
        <translation>Nichts gefunden. Versuchen Sie andere Worte oder weniger Filter.</translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Überwacht</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Re&amp;scan</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>&amp;Find it…</source>
        <translation>&amp;Finden…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>The system cannot watch it ({0}). The regular look finds what changes.</source>
        <translation>Das System kann ihn nicht überwachen ({0}). Das regelmäßige Durchsehen findet, was sich ändert.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>{0} to be listened to</source>
        <translation>{0} noch anzuhören</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} Probleme</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>{0} fehlen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Add a folder, or drop one on the window.</source>
        <translation>Fügen Sie einen Ordner hinzu, oder ziehen Sie einen auf das Fenster.</translation>
    </message>
    <message>
        <source>This folder is not there: connect its drive, or, if it lives elsewhere now, find it. Nothing that is known of its sounds is lost.</source>
        <translation>Dieser Ordner ist nicht da: Verbinden Sie sein Laufwerk, oder finden Sie ihn, wenn er jetzt woanders liegt. Nichts, was über seine Klänge bekannt ist, geht verloren.</translation>
    </message>
    <message>
        <source>Where is “{0}” now?</source>
        <translation>Wo ist „{0}“ jetzt?</translation>
    </message>
    <message>
        <source>Remove “{0}” from the library? Its files stay where they are.</source>
        <translation>„{0}“ aus der Bibliothek entfernen? Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>1 sound is forgotten</source>
        <translation>1 Klang wird vergessen</translation>
    </message>
    <message>
        <source>{0} sounds are forgotten</source>
        <translation>{0} Klänge werden vergessen</translation>
    </message>
    <message>
        <source>, with the tags that you gave 1 of them</source>
        <translation>, mit den Tags, die Sie 1 davon gegeben haben</translation>
    </message>
    <message>
        <source>, with the tags that you gave {0} of them</source>
        <translation>, mit den Tags, die Sie {0} davon gegeben haben</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation>Aus der Bibliothek &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>Growing</name>
    <message>
        <source>Add a folder of sounds</source>
        <translation>Einen Ordner mit Klängen hinzufügen</translation>
    </message>
    <message>
        <source>Added as soon as a library is open.</source>
        <translation>Wird hinzugefügt, sobald eine Bibliothek offen ist.</translation>
    </message>
    <message>
        <source>Scan done: {0} new, {1} listened to, {2} skipped</source>
        <translation>Eingelesen: {0} neu, {1} angehört, {2} übersprungen</translation>
    </message>
    <message>
        <source>The program that reads sounds crashed on {0}. It goes on without it; see Problems.</source>
        <translation>Das Programm, das Klänge liest, ist an {0} abgestürzt. Es geht ohne die Datei weiter; siehe Probleme.</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>Speed {0}, {1}</source>
        <translation>Tempo {0}, {1}</translation>
    </message>
    <message>
        <source>Gain {0}</source>
        <translation>Verstärkung {0}</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>{0} (not connected)</source>
        <translation>{0} (nicht verbunden)</translation>
    </message>
    <message>
        <source>Sound device: {0}</source>
        <translation>Audiogerät: {0}</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Audiogerät</translation>
    </message>
</context>
<context>
    <name>Inspecting</name>
    <message>
        <source>Choose a sound first, then type a tag for it.</source>
        <translation>Wählen Sie zuerst einen Klang, dann geben Sie ein Tag ein.</translation>
    </message>
    <message>
        <source>No tag is suggested here. T types one.</source>
        <translation>Hier wird kein Tag vorgeschlagen. T gibt eines ein.</translation>
    </message>
    <message>
        <source>accept “{0}”</source>
        <translation>„{0}“ annehmen</translation>
    </message>
    <message>
        <source>refuse “{0}”</source>
        <translation>„{0}“ ablehnen</translation>
    </message>
    <message>
        <source>take back “{0}”</source>
        <translation>„{0}“ zurücknehmen</translation>
    </message>
    <message>
        <source>tag “{0}”</source>
        <translation>Tag „{0}“</translation>
    </message>
    <message>
        <source>{0} for {1} clips</source>
        <translation>{0} für {1} Clips</translation>
    </message>
    <message>
        <source>{0} sounds are too many to count their tags. What you type is given to all of them.</source>
        <translation>{0} Klänge sind zu viele, um ihre Tags zu zählen. Was Sie eingeben, bekommen alle.</translation>
    </message>
    <message>
        <source>Not listened to yet. F5 goes on with the scan, then Ctrl+T tags the library.</source>
        <translation>Noch nicht angehört. F5 setzt das Einlesen fort, dann taggt Strg+T die Bibliothek.</translation>
    </message>
    <message>
        <source>No tags yet. Ctrl+T tags the library, or type one above.</source>
        <translation>Noch keine Tags. Strg+T taggt die Bibliothek, oder geben Sie oben eines ein.</translation>
    </message>
    <message>
        <source>{0} of {1} clips were tagged anew since: they are left as they are.</source>
        <translation>{0} von {1} Clips wurden seither neu getaggt: Sie bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Along the file</source>
        <translation>Im Verlauf der Datei</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Was die Datei sagt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Write into the file…</source>
        <translation>In die Datei schreiben…</translation>
    </message>
    <message>
        <source>Choose a sound to see its tags and facts, or several to tag them together.</source>
        <translation>Wählen Sie einen Klang, um seine Tags und Angaben zu sehen, oder mehrere, um sie zusammen zu taggen.</translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation>Pfade kopieren</translation>
    </message>
    <message>
        <source>Write into the files…</source>
        <translation>In die Dateien schreiben…</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Weniger Felder</translation>
    </message>
    <message>
        <source>All {0} fields</source>
        <translation>Alle Felder ({0})</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Klänge</translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation>1 Ordner</translation>
    </message>
    <message>
        <source>{0} folders</source>
        <translation>{0} Ordner</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel: what is done is kept</source>
        <translation>Abbrechen: Was getan ist, bleibt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation>{0} · noch {1}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Categories on the map</source>
        <translation>Kategorien auf der Karte</translation>
    </message>
    <message>
        <source>Light only {0}; another click lights all</source>
        <translation>Nur {0} hervorheben; noch ein Klick hebt alle hervor</translation>
    </message>
    <message>
        <source>{0}, {1} in sight</source>
        <translation>{0}, {1} zu sehen</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Peak level of what goes to the device, in dBFS</source>
        <translation>Spitzenpegel dessen, was ans Gerät geht, in dBFS</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Mark a region first: drag over the waveform, or press I and O.</source>
        <translation>Markieren Sie zuerst eine Region: Ziehen Sie über die Wellenform, oder drücken Sie I und O.</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>Fundstelle {0} von {1}</translation>
    </message>
    <message>
        <source>Search for something first: then the places that match are marked.</source>
        <translation>Suchen Sie zuerst etwas: Dann sind die passenden Stellen markiert.</translation>
    </message>
    <message>
        <source>This sound is short: it matches as a whole.</source>
        <translation>Dieser Klang ist kurz: Er passt als Ganzes.</translation>
    </message>
    <message>
        <source>There are no markers in this file.</source>
        <translation>In dieser Datei sind keine Marker.</translation>
    </message>
    <message>
        <source>Marker {0} of {1}</source>
        <translation>Marker {0} von {1}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Volume (Ctrl++, Ctrl+-)</source>
        <translation>Lautstärke (Strg++, Strg+-)</translation>
    </message>
</context>
<context>
    <name>MapJob</name>
    <message>
        <source>The map&apos;s process ended unexpectedly.</source>
        <translation>Der Prozess der Karte endete unerwartet.</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Play what the pointer rests on</source>
        <translation>Abspielen, worauf der Zeiger ruht</translation>
    </message>
    <message>
        <source>Draw around sounds to select them (Ctrl and drag)</source>
        <translation>Klänge umfahren, um sie auszuwählen (Strg und ziehen)</translation>
    </message>
    <message>
        <source>Show the whole map (F)</source>
        <translation>Die ganze Karte zeigen (F)</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>Als Liste zeigen</translation>
    </message>
    <message>
        <source>Stop making the map</source>
        <translation>Die Karte nicht weiter anlegen</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Fortschritt der Karte</translation>
    </message>
    <message>
        <source>Laying out the map…</source>
        <translation>Die Karte wird angelegt…</translation>
    </message>
    <message>
        <source>{0} sounds selected</source>
        <translation>{0} Klänge ausgewählt</translation>
    </message>
    <message>
        <source>Drag to move, wheel to zoom, Ctrl and drag to draw around sounds</source>
        <translation>Ziehen: verschieben, Rad: Zoom, Strg+Ziehen: Klänge umfahren</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the library</source>
        <translation>Karte der Bibliothek</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>{0} sounds from the map are listed. Esc lists what you search for again.</source>
        <translation>{0} Klänge der Karte sind aufgelistet. Esc listet wieder, was Sie suchen.</translation>
    </message>
    <message>
        <source>The map stays as it was.</source>
        <translation>Die Karte bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>The map shows what has been listened to. Nothing has been yet.</source>
        <translation>Die Karte zeigt, was angehört wurde. Noch ist es nichts.</translation>
    </message>
    <message>
        <source>The map is being laid out: what sounds alike comes to lie together.</source>
        <translation>Die Karte wird angelegt: Was ähnlich klingt, kommt zusammen.</translation>
    </message>
    <message>
        <source>On the map, what sounds alike lies together. It is made once, in the background.</source>
        <translation>Auf der Karte liegt zusammen, was ähnlich klingt. Sie wird einmal angelegt, im Hintergrund.</translation>
    </message>
</context>
<context>
    <name>MishapDialog</name>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefgegangen ist</translation>
    </message>
    <message>
        <source>Your library and your sounds are safe; you can go on. Nothing was sent anywhere: to have this mended, send the report to the makers of the program.</source>
        <translation>Ihre Bibliothek und Ihre Klänge sind sicher; Sie können weiterarbeiten. Nichts wurde gesendet: Damit der Fehler behoben wird, senden Sie den Bericht an die Macher des Programms.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>&amp;Show the report</source>
        <translation>&amp;Bericht zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>It could not be written.</source>
        <translation>Er konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Hide the report</source>
        <translation>&amp;Bericht verbergen</translation>
    </message>
</context>
<context>
    <name>Mishaps</name>
    <message>
        <source>WavLink Desktop ended unexpectedly the last time.</source>
        <translation>WavLink Desktop endete beim letzten Mal unerwartet.</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>The model&apos;s process ended unexpectedly. It starts again when it is needed.</source>
        <translation>Der Prozess des Modells endete unerwartet. Er startet wieder, wenn er gebraucht wird.</translation>
    </message>
    <message>
        <source>A part of the program that worked in the background ended unexpectedly.</source>
        <translation>Ein Teil des Programms, der im Hintergrund arbeitete, endete unerwartet.</translation>
    </message>
    <message>
        <source>Something went wrong in the background. You can go on.</source>
        <translation>Im Hintergrund ist etwas schiefgegangen. Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>Show the &amp;report…</source>
        <translation>&amp;Bericht zeigen…</translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation>Kein Dateimanager antwortet. Der Ordner ist {0}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put this notice away</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>There is no {0}</source>
        <translation>{0} gibt es nicht</translation>
    </message>
</context>
<context>
    <name>Organising</name>
    <message>
        <source>1 sound is a favourite no longer.</source>
        <translation>1 Klang ist kein Favorit mehr.</translation>
    </message>
    <message>
        <source>{0} sounds are favourites no longer.</source>
        <translation>{0} Klänge sind keine Favoriten mehr.</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Click a collection in the sidebar first; then sounds can be taken out of it.</source>
        <translation>Klicken Sie zuerst eine Sammlung in der Seitenleiste an; dann lassen sich Klänge daraus nehmen.</translation>
    </message>
    <message>
        <source>1 sound taken out of “{0}”.</source>
        <translation>1 Klang aus „{0}“ genommen.</translation>
    </message>
    <message>
        <source>{1} sounds taken out of “{0}”.</source>
        <translation>{1} Klänge aus „{0}“ genommen.</translation>
    </message>
    <message>
        <source>take out of “{0}”</source>
        <translation>aus „{0}“ nehmen</translation>
    </message>
    <message>
        <source>There is nothing to save: search for something first.</source>
        <translation>Es gibt nichts zu speichern: Suchen Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Choose a sound first.</source>
        <translation>Wählen Sie zuerst einen Klang.</translation>
    </message>
    <message>
        <source>{0} for {1} sounds</source>
        <translation>{0} für {1} Klänge</translation>
    </message>
    <message>
        <source>1 sound is a favourite now.</source>
        <translation>1 Klang ist jetzt Favorit.</translation>
    </message>
    <message>
        <source>{0} sounds are favourites now.</source>
        <translation>{0} Klänge sind jetzt Favoriten.</translation>
    </message>
    <message>
        <source>no stars</source>
        <translation>keine Sterne</translation>
    </message>
    <message>
        <source>rating {0}</source>
        <translation>Wertung {0}</translation>
    </message>
    <message>
        <source>Add to collection</source>
        <translation>Zur Sammlung hinzufügen</translation>
    </message>
    <message>
        <source>&amp;New collection</source>
        <translation>&amp;Neue Sammlung</translation>
    </message>
    <message>
        <source>1 sound is in “{0}” now.</source>
        <translation>1 Klang ist jetzt in „{0}“.</translation>
    </message>
    <message>
        <source>{1} sounds are in “{0}” now.</source>
        <translation>{1} Klänge sind jetzt in „{0}“.</translation>
    </message>
    <message>
        <source>They are in “{0}” already.</source>
        <translation>Sie sind schon in „{0}“.</translation>
    </message>
    <message>
        <source>add to “{0}”</source>
        <translation>zu „{0}“ hinzufügen</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>new collection</source>
        <translation>neue Sammlung</translation>
    </message>
    <message>
        <source>save the search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>rename “{0}”</source>
        <translation>„{0}“ umbenennen</translation>
    </message>
    <message>
        <source>delete “{0}”</source>
        <translation>„{0}“ löschen</translation>
    </message>
    <message>
        <source>“{0}” is deleted; its sounds are where they were. Ctrl+Z brings it back.</source>
        <translation>„{0}“ ist gelöscht; die Klänge darin sind, wo sie waren. Strg+Z holt sie zurück.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Audiogerät</translation>
    </message>
    <message>
        <source>Speed and pitch (, . and &lt; &gt; by semitones; wheel)</source>
        <translation>Tempo und Tonhöhe (, . und &lt; &gt; in Halbtönen; Rad)</translation>
    </message>
    <message>
        <source>Gain, never over full scale ({ }; wheel)</source>
        <translation>Verstärkung, nie über Vollaussteuerung ({ }; Rad)</translation>
    </message>
    <message>
        <source>Which channels are heard (C)</source>
        <translation>Welche Kanäle zu hören sind (C)</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>M/S decoded</source>
        <translation>M/S dekodiert</translation>
    </message>
    <message>
        <source>Channel {0}</source>
        <translation>Kanal {0}</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Playback is off: Qt&apos;s sound support does not load ({0}). On Debian: apt install libpulse0</source>
        <translation>Die Wiedergabe ist aus: Qts Audio-Unterstützung lässt sich nicht laden ({0}). Unter Debian: apt install libpulse0</translation>
    </message>
    <message>
        <source>Playback is off: no sound device was found. Connect one and it will be used.</source>
        <translation>Die Wiedergabe ist aus: Kein Audiogerät gefunden. Schließen Sie eines an, dann wird es benutzt.</translation>
    </message>
    <message>
        <source>{0} is gone. Sounds go to {1} now: play again.</source>
        <translation>{0} ist weg. Klänge gehen jetzt an {1}: Spielen Sie noch einmal ab.</translation>
    </message>
    <message>
        <source>The sound device</source>
        <translation>Das Audiogerät</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Defaults of this page</source>
        <translation>Vorgaben dieser Seite</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>&amp;Ignorieren</translation>
    </message>
    <message>
        <source>Not listed any more, until the file changes</source>
        <translation>Nicht mehr aufgelistet, bis sich die Datei ändert</translation>
    </message>
    <message>
        <source>One file could not be read, or not wholly. Everything else is in.</source>
        <translation>Eine Datei konnte nicht oder nicht ganz gelesen werden. Alles andere ist da.</translation>
    </message>
    <message>
        <source>{0} files could not be read, or not wholly. Everything else is in.</source>
        <translation>{0} Dateien konnten nicht oder nicht ganz gelesen werden. Alles andere ist da.</translation>
    </message>
    <message>
        <source>Every file could be read.</source>
        <translation>Jede Datei konnte gelesen werden.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… und {0} weitere</translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation>Alle &amp;noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Ignore all</source>
        <translation>Alle &amp;ignorieren</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Recording needs a part of Qt that does not load here: {0}</source>
        <translation>Die Aufnahme braucht einen Teil von Qt, der sich hier nicht laden lässt: {0}</translation>
    </message>
    <message>
        <source>Search by microphone</source>
        <translation>Mit dem Mikrofon suchen</translation>
    </message>
    <message>
        <source>Search by a sound from the microphone (Ctrl+Shift+R): again to stop</source>
        <translation>Mit einem Klang vom Mikrofon suchen (Strg+Umschalt+R): noch einmal hält an</translation>
    </message>
    <message>
        <source>Listening… {0} s. Once more to stop and search.</source>
        <translation>Hört zu… {0} s. Noch einmal hält an und sucht.</translation>
    </message>
    <message>
        <source>That was too short. Let it listen for a second or more.</source>
        <translation>Das war zu kurz. Lassen Sie eine Sekunde oder länger zuhören.</translation>
    </message>
    <message>
        <source>The microphone was silent. Look whether it is muted in the system&apos;s settings.</source>
        <translation>Das Mikrofon war still. Sehen Sie nach, ob es in den Einstellungen des Systems stummgeschaltet ist.</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>The recording cannot be kept: {0}</source>
        <translation>Die Aufnahme lässt sich nicht aufbewahren: {0}</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Choose &amp;another library…</source>
        <translation>&amp;Andere Bibliothek wählen…</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>RegionsList</name>
    <message>
        <source>Tags along the file</source>
        <translation>Tags im Verlauf der Datei</translation>
    </message>
    <message>
        <source>Click plays from {0}.</source>
        <translation>Ein Klick spielt ab {0}.</translation>
    </message>
</context>
<context>
    <name>RenamingDialog</name>
    <message>
        <source>Rename by the Universal Category System</source>
        <translation>Nach dem Universal Category System umbenennen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>who made the sounds</source>
        <translation>wer die Klänge gemacht hat</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>project, show or library</source>
        <translation>Projekt, Serie oder Bibliothek</translation>
    </message>
    <message>
        <source>User category</source>
        <translation>User-Kategorie</translation>
    </message>
    <message>
        <source>behind the CatID</source>
        <translation>hinter der CatID</translation>
    </message>
    <message>
        <source>Vendor category</source>
        <translation>Vendor-Kategorie</translation>
    </message>
    <message>
        <source>before the title</source>
        <translation>vor dem Titel</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>User-Daten</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>CatID-UserCategory_VendorCategory-FXName_Creator_Source_UserData

What a name says by now is kept unless it is given here. Names that are taken are numbered.</source>
        <translation>CatID-UserCategory_VendorCategory-FXName_Creator_Source_UserData

Was ein Name schon sagt, bleibt, wenn hier nichts anderes steht. Vergebene Namen werden nummeriert.</translation>
    </message>
    <message>
        <source>numbered: the name is taken</source>
        <translation>nummeriert: Name vergeben</translation>
    </message>
    <message>
        <source>Rename {0}</source>
        <translation>{0} umbenennen</translation>
    </message>
    <message>
        <source>rename {0}</source>
        <translation>{0} umbenennen</translation>
    </message>
    <message>
        <source>Renamed {0}.</source>
        <translation>{0} umbenannt.</translation>
    </message>
</context>
<context>
    <name>Rendering</name>
    <message>
        <source>Rendered: drag it now.</source>
        <translation>Gerendert: Jetzt lässt es sich ziehen.</translation>
    </message>
    <message>
        <source>It is still being rendered. A moment…</source>
        <translation>Es wird noch gerendert. Einen Moment…</translation>
    </message>
    <message>
        <source>This takes a moment to render. Drag it again when it is done.</source>
        <translation>Das Rendern dauert einen Moment. Ziehen Sie noch einmal, wenn es fertig ist.</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>{0}
Its folder or drive is not connected.</source>
        <translation>{0}
Der Ordner oder das Laufwerk ist nicht verbunden.</translation>
    </message>
    <message>
        <source>It sounds like what you asked for</source>
        <translation>Es klingt wie das Gesuchte</translation>
    </message>
    <message>
        <source>Its name, folder, description or tags match</source>
        <translation>Name, Ordner, Beschreibung oder Tags passen</translation>
    </message>
    <message>
        <source>Its sound and its name match</source>
        <translation>Klang und Name passen</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>ScanBar</name>
    <message>
        <source>Scan progress</source>
        <translation>Fortschritt des Einlesens</translation>
    </message>
    <message>
        <source>Cancel the scan: what is done is kept</source>
        <translation>Einlesen abbrechen: Was getan ist, bleibt</translation>
    </message>
    <message>
        <source>Cancel the scan</source>
        <translation>Einlesen abbrechen</translation>
    </message>
    <message>
        <source>Go on with the scan</source>
        <translation>Einlesen fortsetzen</translation>
    </message>
    <message>
        <source>Pause the scan</source>
        <translation>Einlesen anhalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>Hält nach diesem Schritt an…</translation>
    </message>
    <message>
        <source>Looking for sounds…</source>
        <translation>Sucht nach Klängen…</translation>
    </message>
    <message>
        <source>1 sound has not been listened to yet</source>
        <translation>1 Klang wurde noch nicht angehört</translation>
    </message>
    <message>
        <source>{0} sounds have not been listened to yet</source>
        <translation>{0} Klänge wurden noch nicht angehört</translation>
    </message>
    <message>
        <source>Listing sounds</source>
        <translation>Klänge werden aufgelistet</translation>
    </message>
    <message>
        <source>Searchable by name; listening to the sounds</source>
        <translation>Nach Namen suchbar; die Klänge werden angehört</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} von {1} Dateien</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} pro Sekunde</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
</context>
<context>
    <name>ScanJob</name>
    <message>
        <source>The scan ended unexpectedly while it read {0}. Rescan to go on.</source>
        <translation>Das Einlesen endete unerwartet bei {0}. Lesen Sie neu ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>The scan ended unexpectedly. Rescan to go on.</source>
        <translation>Das Einlesen endete unerwartet. Lesen Sie neu ein, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clear (Esc)</source>
        <translation>Leeren (Esc)</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Add a filter (Ctrl+Shift+F)</source>
        <translation>Filter hinzufügen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>but … (metallic, far away, in a hall)</source>
        <translation>aber … (metallisch, weit weg, in einer Halle)</translation>
    </message>
    <message>
        <source>Describe a sound: rain on metal roof   &quot;exact words&quot;   duration:&lt;5   -music</source>
        <translation>Beschreiben Sie einen Klang (englisch): rain on metal roof   &quot;exact words&quot;   duration:&lt;5   -music</translation>
    </message>
    <message>
        <source>More like {0}. Click for less like it.</source>
        <translation>Mehr wie {0}. Ein Klick: weniger davon.</translation>
    </message>
    <message>
        <source>Less like {0}. Click for more like it.</source>
        <translation>Weniger wie {0}. Ein Klick: mehr davon.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>&amp;Add as another</source>
        <translation>Als &amp;weitere</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>Neue &amp;Taste:</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>Works in the list of sounds</source>
        <translation>Wirkt in der Liste der Klänge</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key here.</source>
        <translation>Wählen Sie einen Befehl, dann drücken Sie hier seine neue Taste.</translation>
    </message>
    <message>
        <source>{0} alone is needed for typing: hold Ctrl or Alt as well.</source>
        <translation>{0} allein wird zum Schreiben gebraucht: Halten Sie auch Strg oder Alt.</translation>
    </message>
    <message>
        <source>It has that key already.</source>
        <translation>Er hat diese Taste schon.</translation>
    </message>
    <message>
        <source>{0} is taken from {1}, which has no such key then.</source>
        <translation>{0} wird {1} weggenommen und wirkt dort nicht mehr.</translation>
    </message>
    <message>
        <source>{0} is free.</source>
        <translation>{0} ist frei.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
</context>
<context>
    <name>SidebarDelegate</name>
    <message>
        <source>Name of the collection</source>
        <translation>Name der Sammlung</translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Drop a folder here, or press Ctrl+O</source>
        <translation>Ordner hierher ziehen, oder Strg+O</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Drop sounds here to begin one</source>
        <translation>Klänge hierher ziehen</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>None yet: Ctrl+T tags the library</source>
        <translation>Noch keine: Strg+T taggt</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>All sounds</source>
        <translation>Alle Klänge</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Zuletzt gespielt</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>Fast gleich</translation>
    </message>
    <message>
        <source>find</source>
        <translation>finden</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Qualities</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation>{0} Kanäle</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Klänge</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>searched for</source>
        <translation>gesucht</translation>
    </message>
    <message>
        <source>Compare all sounds: which are another format, level or trim of one recording?</source>
        <translation>Alle Klänge vergleichen: Welche sind ein anderes Format, ein anderer Pegel oder Schnitt derselben Aufnahme?</translation>
    </message>
    <message>
        <source>Click to search here, Ctrl+click to add it, Shift+click to leave it out.</source>
        <translation>Ein Klick sucht hier, Strg+Klick fügt es hinzu, Umschalt+Klick lässt es aus.</translation>
    </message>
</context>
<context>
    <name>SoundView</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Fundstelle</translation>
    </message>
    <message>
        <source>{0} matches</source>
        <translation>{0} Fundstellen</translation>
    </message>
    <message>
        <source>{0} · {1} dB</source>
        <translation>{0} · {1} dB</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>region from {0} to {1}</source>
        <translation>Region von {0} bis {1}</translation>
    </message>
    <message>
        <source>1 marker</source>
        <translation>1 Marker</translation>
    </message>
    <message>
        <source>{0} markers</source>
        <translation>{0} Marker</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Klänge</translation>
    </message>
    <message>
        <source>{0} listened to</source>
        <translation>{0} angehört</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} Probleme</translation>
    </message>
    <message>
        <source>Show the files that could not be read</source>
        <translation>Die Dateien zeigen, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Playback off</source>
        <translation>Wiedergabe aus</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>TagDelegate</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>TagEntry</name>
    <message>
        <source>Tags that are called like that</source>
        <translation>Tags, die so heißen</translation>
    </message>
    <message>
        <source>Type a tag</source>
        <translation>Ein Tag eingeben</translation>
    </message>
</context>
<context>
    <name>TagList</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Enter or A accepts a tag, Delete or R refuses it, Space searches for it.</source>
        <translation>Eingabe oder A nimmt ein Tag an, Entf oder R lehnt es ab, Leertaste sucht danach.</translation>
    </message>
    <message>
        <source>Take back that it fits</source>
        <translation>Zurücknehmen, dass es passt</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Take back that it does not fit</source>
        <translation>Zurücknehmen, dass es nicht passt</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Search for it</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Find more like the chosen sounds…</source>
        <translation>Mehr wie die gewählten Klänge finden…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>{0}, refused by you</source>
        <translation>{0}, von Ihnen abgelehnt</translation>
    </message>
    <message>
        <source>{0}, accepted by you</source>
        <translation>{0}, von Ihnen angenommen</translation>
    </message>
    <message>
        <source>{0} of {1} clips have it</source>
        <translation>{0} von {1} Clips haben es</translation>
    </message>
    <message>
        <source>{0} accepted by you</source>
        <translation>{0} von Ihnen angenommen</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ihnen</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>aus {0}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>from you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>You said that it does not fit. R takes that back.</source>
        <translation>Sie sagten, dass es nicht passt. R nimmt das zurück.</translation>
    </message>
    <message>
        <source>It sounds like that.</source>
        <translation>Es klingt so.</translation>
    </message>
    <message>
        <source>From the name: {0}</source>
        <translation>Aus dem Namen: {0}</translation>
    </message>
    <message>
        <source>From the folder: {0}</source>
        <translation>Aus dem Ordner: {0}</translation>
    </message>
    <message>
        <source>From the description: {0}</source>
        <translation>Aus der Beschreibung: {0}</translation>
    </message>
    <message>
        <source>From what the name means.</source>
        <translation>Aus dem, was der Name bedeutet.</translation>
    </message>
    <message>
        <source>From the metadata in the file.</source>
        <translation>Aus den Metadaten der Datei.</translation>
    </message>
    <message>
        <source>Click: search for it. A or Enter: accept. R or Delete: refuse.</source>
        <translation>Klick: danach suchen. A oder Eingabe: annehmen. R oder Entf: ablehnen.</translation>
    </message>
    <message>
        <source>You said that it fits. A takes that back.</source>
        <translation>Sie sagten, dass es passt. A nimmt das zurück.</translation>
    </message>
    <message>
        <source>You said that it fits {0} of {1} clips.</source>
        <translation>Sie sagten, dass es zu {0} von {1} Clips passt.</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Type a tag for {0} clips</source>
        <translation>Ein Tag für {0} Clips eingeben</translation>
    </message>
    <message>
        <source>Type a tag</source>
        <translation>Ein Tag eingeben</translation>
    </message>
</context>
<context>
    <name>TaggingJob</name>
    <message>
        <source>Tagging ended unexpectedly.</source>
        <translation>Das Taggen endete unerwartet.</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>The library is being tagged already.</source>
        <translation>Die Bibliothek wird schon getaggt.</translation>
    </message>
    <message>
        <source>Tagging the library</source>
        <translation>Die Bibliothek wird getaggt</translation>
    </message>
    <message>
        <source>Choose some sounds first: three at least, five are better.</source>
        <translation>Wählen Sie zuerst einige Klänge: mindestens drei, besser fünf.</translation>
    </message>
    <message>
        <source>The library is being tagged. Teach when that is done.</source>
        <translation>Die Bibliothek wird gerade getaggt. Danach kann sie ein Tag lernen.</translation>
    </message>
    <message>
        <source>teach “{0}” by {1}</source>
        <translation>„{0}“ aus {1} lernen</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 Clip</translation>
    </message>
    <message>
        <source>{0} clips</source>
        <translation>{0} Clips</translation>
    </message>
    <message>
        <source>Looking for more “{0}”</source>
        <translation>Sucht mehr „{0}“</translation>
    </message>
    <message>
        <source>Tagging new sounds</source>
        <translation>Neue Klänge werden getaggt</translation>
    </message>
    <message>
        <source>Stopped. What was tagged by then stays tagged.</source>
        <translation>Angehalten. Was bis dahin getaggt wurde, bleibt getaggt.</translation>
    </message>
    <message>
        <source>1 new sound is tagged</source>
        <translation>1 neuer Klang ist getaggt</translation>
    </message>
    <message>
        <source>{0} new sounds are tagged</source>
        <translation>{0} neue Klänge sind getaggt</translation>
    </message>
    <message>
        <source>The library is tagged.</source>
        <translation>Die Bibliothek ist getaggt.</translation>
    </message>
    <message>
        <source>Found 1 more</source>
        <translation>1 weiterer gefunden</translation>
    </message>
    <message>
        <source>Found {0} more</source>
        <translation>{0} weitere gefunden</translation>
    </message>
    <message>
        <source>{0} for “{1}”</source>
        <translation>{0} für „{1}“</translation>
    </message>
    <message>
        <source>Nothing else sounds like “{0}”. More examples may help.</source>
        <translation>Nichts anderes klingt wie „{0}“. Mehr Beispiele können helfen.</translation>
    </message>
</context>
<context>
    <name>TeachingDialog</name>
    <message>
        <source>Find more like these</source>
        <translation>Mehr wie diese finden</translation>
    </message>
    <message>
        <source>1 sound is chosen</source>
        <translation>1 Klang ist gewählt</translation>
    </message>
    <message>
        <source>{0} sounds are chosen</source>
        <translation>{0} Klänge sind gewählt</translation>
    </message>
    <message>
        <source>{0} as what the tag means. What sounds like that will be tagged too.</source>
        <translation>{0} als Vorbild für das Tag. Was so klingt, bekommt es auch.</translation>
    </message>
    <message>
        <source>Tag: a word of your own, or a CatID</source>
        <translation>Tag: ein eigenes Wort oder eine CatID</translation>
    </message>
    <message>
        <source>Find more</source>
        <translation>Mehr finden</translation>
    </message>
    <message>
        <source>One more example is needed.</source>
        <translation>Ein weiteres Beispiel fehlt.</translation>
    </message>
    <message>
        <source>{0} more examples are needed.</source>
        <translation>{0} weitere Beispiele fehlen.</translation>
    </message>
    <message>
        <source>Choose more sounds, then try again.</source>
        <translation>Wählen Sie mehr Klänge, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Enter takes the tag.</source>
        <translation>Eingabe übernimmt das Tag.</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 Beispiel</translation>
    </message>
    <message>
        <source>{0} examples</source>
        <translation>{0} Beispiele</translation>
    </message>
    <message>
        <source>Five are better.</source>
        <translation>Fünf sind besser.</translation>
    </message>
    <message>
        <source>Enter begins.</source>
        <translation>Eingabe beginnt die Suche.</translation>
    </message>
</context>
<context>
    <name>Tending</name>
    <message>
        <source>1 sound is found again in {0}.</source>
        <translation>1 Klang ist in {0} wiedergefunden.</translation>
    </message>
    <message>
        <source>{0} sounds are found again in {1}.</source>
        <translation>{0} Klänge sind in {1} wiedergefunden.</translation>
    </message>
    <message>
        <source>“{0}” is out of the library; its files are where they were.</source>
        <translation>„{0}“ ist aus der Bibliothek; die Dateien sind, wo sie waren.</translation>
    </message>
    <message>
        <source>Trying 1 file again…</source>
        <translation>1 Datei wird noch einmal versucht…</translation>
    </message>
    <message>
        <source>Trying {0} files again…</source>
        <translation>{0} Dateien werden noch einmal versucht…</translation>
    </message>
    <message>
        <source>1 file is ignored.</source>
        <translation>1 Datei wird ignoriert.</translation>
    </message>
    <message>
        <source>{0} files are ignored.</source>
        <translation>{0} Dateien werden ignoriert.</translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation>Kein Dateimanager antwortet. Der Ordner ist {0}</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Transfer to folder</source>
        <translation>In einen Ordner übertragen</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Klänge</translation>
    </message>
    <message>
        <source>Only the &amp;region {0} s</source>
        <translation>Nur die &amp;Region {0} s</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>This folder is in the library: the new files will be scanned as sounds too.</source>
        <translation>Dieser Ordner ist in der Bibliothek: Die neuen Dateien werden mit eingelesen.</translation>
    </message>
    <message>
        <source>Naming scheme</source>
        <translation>Namensschema</translation>
    </message>
    <message>
        <source>&amp;Keep the folders of the library</source>
        <translation>Ordner der &amp;Bibliothek beibehalten</translation>
    </message>
    <message>
        <source>The first names</source>
        <translation>Die ersten Namen</translation>
    </message>
    <message>
        <source>&amp;Drag sounds out in this form too</source>
        <translation>Klänge auch in &amp;dieser Form herausziehen</translation>
    </message>
    <message>
        <source>Sounds that are dragged out are then rendered into {0}</source>
        <translation>Herausgezogene Klänge werden dann in {0} gerendert</translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation>Über&amp;tragen</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern als…</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Des&amp;tination</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Preset</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>&amp;Insert field</source>
        <translation>Feld e&amp;infügen</translation>
    </message>
    <message>
        <source>Transfer to</source>
        <translation>Übertragen nach</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>Save the preset</source>
        <translation>Preset speichern</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>WAV (broadcast)</source>
        <translation>WAV (Broadcast)</translation>
    </message>
    <message>
        <source>AIFF</source>
        <translation>AIFF</translation>
    </message>
    <message>
        <source>FLAC</source>
        <translation>FLAC</translation>
    </message>
    <message>
        <source>MP3</source>
        <translation>MP3</translation>
    </message>
    <message>
        <source>Ogg Vorbis</source>
        <translation>Ogg Vorbis</translation>
    </message>
    <message>
        <source>{0} kHz</source>
        <translation>{0} kHz</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>16 bit, dithered</source>
        <translation>16 Bit mit Dithering</translation>
    </message>
    <message>
        <source>24 bit</source>
        <translation>24 Bit</translation>
    </message>
    <message>
        <source>32 bit float</source>
        <translation>32 Bit Float</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Folded down to mono</source>
        <translation>Auf Mono gemischt</translation>
    </message>
    <message>
        <source>Each in a file of its own</source>
        <translation>Jeder in einer eigenen Datei</translation>
    </message>
    <message>
        <source>Bring the highest peak to</source>
        <translation>Spitzenpegel normalisieren auf</translation>
    </message>
    <message>
        <source>Highest peak</source>
        <translation>Spitzenpegel</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Handles</source>
        <translation>Handles</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Fades</source>
        <translation>Fades</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Sound before and after a region, as far as its file has it</source>
        <translation>Klang vor und nach einer Region, soweit die Datei ihn hat</translation>
    </message>
    <message>
        <source>Where a region is cut out of its file</source>
        <translation>Wo eine Region aus ihrer Datei geschnitten wird</translation>
    </message>
    <message>
        <source>F&amp;ades</source>
        <translation>F&amp;ades</translation>
    </message>
    <message>
        <source>Handl&amp;es</source>
        <translation>&amp;Handles</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Sample &amp;rate</source>
        <translation>Abtastrat&amp;e</translation>
    </message>
    <message>
        <source>Bit &amp;depth</source>
        <translation>Bittie&amp;fe</translation>
    </message>
    <message>
        <source>C&amp;hannels</source>
        <translation>&amp;Kanäle</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
</context>
<context>
    <name>TransferReportDialog</name>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>What became of the transfer</source>
        <translation>Was aus der Übertragung wurde</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
    <message>
        <source>Everything was transferred. Some sounds are not quite what was asked for:</source>
        <translation>Alles wurde übertragen. Einige Klänge sind nicht ganz so, wie sie sein sollten:</translation>
    </message>
    <message>
        <source>One sound could not be transferred: no part of it was left behind.</source>
        <translation>Ein Klang konnte nicht übertragen werden: Kein Teil davon blieb zurück.</translation>
    </message>
    <message>
        <source>{0} sounds could not be transferred: no parts of them were left behind.</source>
        <translation>{0} Klänge konnten nicht übertragen werden: Keine Teile davon blieben zurück.</translation>
    </message>
</context>
<context>
    <name>Transferring</name>
    <message>
        <source>1 file copied</source>
        <translation>1 Datei kopiert</translation>
    </message>
    <message>
        <source>{0} files copied</source>
        <translation>{0} Dateien kopiert</translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {0}</source>
        <translation>Kein Dateimanager antwortet. Der Ordner ist {0}</translation>
    </message>
    <message>
        <source>Choose sounds first, then transfer them.</source>
        <translation>Wählen Sie zuerst Klänge, dann übertragen Sie sie.</translation>
    </message>
    <message>
        <source>A transfer is running. Wait for it, or stop it.</source>
        <translation>Eine Übertragung läuft. Warten Sie darauf, oder halten Sie sie an.</translation>
    </message>
    <message>
        <source>Folder for dragged regions</source>
        <translation>Ordner für herausgezogene Regionen</translation>
    </message>
    <message>
        <source>Regions that are dragged out are written to {0}</source>
        <translation>Herausgezogene Regionen werden nach {0} geschrieben</translation>
    </message>
    <message>
        <source>Sounds are dragged out as they are.</source>
        <translation>Klänge werden unverändert herausgezogen.</translation>
    </message>
    <message>
        <source>Stopping the transfer…</source>
        <translation>Die Übertragung hält an…</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Klänge</translation>
    </message>
    <message>
        <source>Dragged out from {0}</source>
        <translation>Herausgezogen aus {0}</translation>
    </message>
    <message>
        <source>{0} files at once are too many for other programs: transfer them to a folder.</source>
        <translation>{0} Dateien auf einmal sind zu viele für andere Programme: Übertragen Sie sie in einen Ordner.</translation>
    </message>
    <message>
        <source>Drag over the waveform first: that marks a region.</source>
        <translation>Ziehen Sie zuerst über die Wellenform: Das markiert eine Region.</translation>
    </message>
    <message>
        <source>The region is copied, as {0}</source>
        <translation>Die Region ist kopiert, als {0}</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>Transferring {0} to {1}</source>
        <translation>{0} nach {1} übertragen</translation>
    </message>
    <message>
        <source>1 sound transferred</source>
        <translation>1 Klang übertragen</translation>
    </message>
    <message>
        <source>{0} sounds transferred</source>
        <translation>{0} Klänge übertragen</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} nach {1}</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Nothing chosen yet: click a sound, or press ↓ in the search box</source>
        <translation>Noch nichts gewählt: Klicken Sie einen Klang an, oder drücken Sie ↓ im Suchfeld</translation>
    </message>
    <message>
        <source>Best moment {0}</source>
        <translation>Beste Stelle {0}</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} von {1} Dateien</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Rückgängig: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Wiederholen: {0}</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Rückgängig gemacht: {0}</translation>
    </message>
    <message>
        <source>Cannot undo {0}. {1}</source>
        <translation>{0} lässt sich nicht rückgängig machen. {1}</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation>Wiederholt: {0}</translation>
    </message>
</context>
<context>
    <name>Vocabularies</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>What is heard</source>
        <translation>Was zu hören ist</translation>
    </message>
    <message>
        <source>How it sounds</source>
        <translation>Wie es klingt</translation>
    </message>
    <message>
        <source>Like your examples</source>
        <translation>Wie Ihre Beispiele</translation>
    </message>
</context>
<context>
    <name>VocabulariesDialog</name>
    <message>
        <source>Tag the library</source>
        <translation>Die Bibliothek taggen</translation>
    </message>
    <message>
        <source>Tag every sound with</source>
        <translation>Jeden Klang taggen mit</translation>
    </message>
    <message>
        <source>Tags that you gave or refused are left alone. Lists of your own lie in {0}</source>
        <translation>Tags, die Sie gegeben oder abgelehnt haben, bleiben. Eigene Listen liegen in {0}</translation>
    </message>
    <message>
        <source>Universal Category System, 753 CatIDs</source>
        <translation>Universal Category System, 753 CatIDs</translation>
    </message>
    <message>
        <source>things and events: door, dog, rain</source>
        <translation>Dinge und Ereignisse: door, dog, rain</translation>
    </message>
    <message>
        <source>bright, metallic, distant</source>
        <translation>bright, metallic, distant</translation>
    </message>
    <message>
        <source>tags that you taught by examples</source>
        <translation>Tags, die Sie an Beispielen gelehrt haben</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Its folder or drive is not connected</source>
        <translation>Der Ordner oder das Laufwerk ist nicht verbunden</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Make the demo library</source>
        <translation>Demo-Bibliothek anlegen</translation>
    </message>
    <message>
        <source>Drop folders of sounds here</source>
        <translation>Ziehen Sie Ordner mit Klängen hierher</translation>
    </message>
    <message>
        <source>They are listed within seconds and searchable by name at once, by what they sound like as soon as they have been listened to. Your files stay where they are, and nothing leaves this computer.</source>
        <translation>Sie sind in Sekunden aufgelistet und sofort nach Namen suchbar, nach ihrem Klang, sobald sie angehört wurden. Ihre Dateien bleiben, wo sie sind, und nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>No sounds at hand? The demo library is synthesised on this computer in a moment.</source>
        <translation>Keine Klänge zur Hand? Die Demo-Bibliothek wird auf diesem Rechner in einem Augenblick erzeugt.</translation>
    </message>
    <message>
        <source>Making the demo library: {0} of {1} sounds</source>
        <translation>Die Demo-Bibliothek wird angelegt: {0} von {1} Klängen</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Write into the files</source>
        <translation>In die Dateien schreiben</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>from tags and names</source>
        <translation>aus Tags und Namen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>A text here replaces what the files have; “-” empties the field. Otherwise what others wrote stays.</source>
        <translation>Ein Text hier ersetzt, was in den Dateien steht; „-“ leert das Feld. Sonst bleibt, was andere geschrieben haben.</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Write into {0}</source>
        <translation>In {0} schreiben</translation>
    </message>
    <message>
        <source>write into {0}</source>
        <translation>in {0} schreiben</translation>
    </message>
    <message>
        <source>Wrote into {0}.</source>
        <translation>In {0} geschrieben.</translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>Make the map</source>
        <translation>Karte anlegen</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>{0}   Tab</source>
        <translation>{0}   Tab</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
</context>
</TS>
