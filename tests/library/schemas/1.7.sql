PRAGMA page_size = 8192;
PRAGMA application_id = 1464618571;
PRAGMA user_version = 65543;
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    library TEXT NOT NULL,                   -- uuid: tells an index cache which library it belongs to
    revision INTEGER NOT NULL,               -- grows with every writing transaction
    generation INTEGER NOT NULL,             -- grows when windows vanish or come back; between, they are only added
    model_id TEXT NOT NULL                   -- the model of the last scan
);
INSERT INTO state (one, library, revision, generation, model_id) VALUES (1, '7a7ae783-e53b-4f5c-b039-6da445634b48', 8, 0, 'fake');
CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,               -- absolute, the system's own bytes
    whole INTEGER NOT NULL                   -- 0: only the files that were asked for by name
);
INSERT INTO folders (id, path, whole) VALUES (1, X'2f736f756e6473', 1);
CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    path BLOB NOT NULL,                      -- below the folder, the system's own bytes
    name TEXT NOT NULL,                      -- printable
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    fingerprint BLOB,                        -- of the content; NULL: never read
    duration REAL NOT NULL DEFAULT 0,
    sample_rate INTEGER NOT NULL DEFAULT 0,
    channels INTEGER NOT NULL DEFAULT 0,
    bit_depth INTEGER,
    format TEXT NOT NULL DEFAULT '',
    codec TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    fields TEXT NOT NULL DEFAULT '{}',       -- JSON: what else the file says of itself
    model_id TEXT NOT NULL DEFAULT '',       -- the model that has been over it
    status TEXT NOT NULL DEFAULT 'ok' CHECK (status IN ('ok', 'unreadable', 'retry')),
    problem TEXT,                            -- what is wrong with it, for its user
    missing_since REAL,                      -- seconds since 1970; NULL: it is there
    UNIQUE (folder_id, path)
);
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (1, 1, X'6e6f7465732e776176', 'notes.wav', 28, 1795553599010935135, X'8b88dd951f825226a95e23bc180d37f7', 0.0, 0, 0, NULL, '', '', '', '{}', '', 'unreadable', 'This is not a sound file: whatever its name says, what is in it is no known sound format.', NULL);
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (2, 1, X'736972656e2e776176', 'siren.wav', 16044, 1795553599007055501, X'f0a7ff471271e390fdd0f96879253d36', 0.5, 16000, 1, 16, 'WAV', 'PCM_16', '', '{}', 'fake', 'ok', NULL, NULL);
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (3, 1, X'576561746865722f7261696e206f6e20726f6f662e776176', 'rain on roof.wav', 16044, 1795553598991055501, X'69c3910cd65cb7603edf74e69100ac42', 0.5, 16000, 1, 16, 'WAV', 'PCM_16', '', '{}', 'fake', 'ok', NULL, NULL);
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (4, 1, X'576561746865722f7468756e6465722e776176', 'thunder.wav', 16044, 1795553598999055501, X'd6f9ffa345a6a59f0b4f736271ae28a1', 0.5, 16000, 1, 16, 'WAV', 'PCM_16', '', '{}', 'fake', 'ok', NULL, NULL);
CREATE TABLE windows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,    -- never used twice: an index cache may rely on it
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    start REAL NOT NULL,
    end REAL NOT NULL,
    vector BLOB NOT NULL                     -- float16 little-endian, unit length
);
INSERT INTO windows (id, file_id, start, end, vector) VALUES (1, 3, 0.0, 0.5, X'b331f5a3f5a3f5a3f5a3f5a3122ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3fd35f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a39a2ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a34730f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3112ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a34c30f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3312ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f12ef5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a30f2ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a36830f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a31130f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a37b2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a32a2ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3a22ef5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3932cf5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3742ef5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a36a30f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a34330f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a33130f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a30e2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3ec2ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a37f2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3532cf5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3132ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a38f2ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a30f30f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3802ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3b92ef5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a35f2ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3bb2cf5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a30c30f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a34830f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3892ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3e32ff5a3f5a3f5a3f5a3f5a3f5a3d92ef5a3f5a3f5a3f5a3f5a3f5a3e72cf5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a36c2ff5a3f5a3f5a3f5a3f5a3f5a3d92ef5a3f5a3f5a3f5a3f5a3f5a3682ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3a52ef5a3f5a3f5a3f5a3f5a3f5a3d92ef5a3f5a3f5a3f5a3f5a3f5a3712df5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a30930f5a3f5a3f5a3f5a3f5a3f5a3d92e');
INSERT INTO windows (id, file_id, start, end, vector) VALUES (2, 4, 0.0, 0.5, X'373182a482a482a482a4883582a482a482a482a482a482a482a482a482a44e2e82a482a482a482a4c12d82a482a482a482a4262c82a482a482a482a482a482a482a482a482a46b2e82a482a482a482a4c12d82a482a482a482a45d2f82a482a482a482a482a482a482a482a482a48f2f82a482a482a482a4c12d82a482a482a482a4dd2e82a482a482a482a482a482a482a482a482a4302f82a482a482a482a4c12d82a482a482a482a4842e82a482a482a482a482a482a482a482a482a4c92e82a482a482a482a4c12d82a482a482a482a4133082a482a482a482a482a482a482a482a482a4f52f82a482a482a482a4c12d82a482a482a482a4572d82a482a482a482a482a482a482a482a482a42f2f82a482a482a482a4c12d82a482a482a482a4f92f82a482a482a482a482a482a482a482a482a4562e82a482a482a482a4c12d82a482a482a482a4792e82a482a482a482a482a482a482a482a482a4f62d82a482a482a482a4c12d82a482a482a482a4d82d82a482a482a482a482a482a482a482a482a4fe2e82a482a482a482a4c12d82a482a482a482a4472f82a482a482a482a482a482a482a482a482a4762f82a482a482a482a4c12d82a482a482a482a4102d82a482a482a482a482a482a482a482a482a4b32f82a482a482a482a4c12d82a482a482a482a4ee2e82a482a482a482a482a482a482a482a482a4b62e82a482a482a482a4c12d82a482a482a482a46c2f82a482a482a482a482a482a482a482a482a4b12d82a482a482a482a4c12d82a482a482a482a4a92e82a482a482a482a482a482a482a482a482a4192b82a482a482a482a4c12d82a482a482a482a4372f82a482a482a482a482a482a482a482a482a4ea2d82a482a482a482a4c12d82a482a482a482a4752f82a482a482a482a482a482a482a482a482a4fb2d82a482a482a482a4c12d82a482a482a482a4e92e82a482a482a482a482a482a482a482a482a4732e82a482a482a482a4c12d82a482a482a482a4162f82a482a482a482a482a482a482a482a482a4572d82a482a482a482a4c12d82a482a482a482a4912882a482a482a482a482a482a482a482a482a40c3082a482a482a482a4c12d82a482a482a482a4d82e82a482a482a482a482a482a482a482a482a4472e82a482a482a482a4ea2d82a482a482a482a482a4ff2e82a482a482a482a482a482a482a482a482a482a44f2f82a482a482a482a482a4ea2d82a482a482a482a482a4652d82a482a482a482a482a482a482a482a482a482a42c2f82a482a482a482a482a4ea2d82a482a482a482a4192d82a482a482a482a482a482a482a482a482a482a482a41c2f82a482a482a482a482a4ea2d82a482a482a482a46f2e82a482a482a482a482a482a482a482a482a482a482a4442382a482a482a482a4ea2d');
INSERT INTO windows (id, file_id, start, end, vector) VALUES (3, 2, 0.0, 0.5, X'b331f5a3f5a3f5a3f5a3f5a3802ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3122ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3b92ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a30f30f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3fd35f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a35f2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a38f2ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a39a2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3bb2cf5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3132ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a34730f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a30c30f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3532cf5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3112ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a34830f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a37f2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a34c30f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3892ef5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3ec2ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3312ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3b72ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a30e2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3f12ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3bc2cf5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a33130f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a30f2ff5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3402ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a34330f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a36830f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a33c2ef5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a36a30f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a31230f5a3f5a3f5a3f5a3f5a3f5a3ad2ef5a3f5a3f5a3f5a3f5a3792ef5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3a02ef5a3f5a3f5a3f5a3f5a3f5a3d92ef5a3f5a3f5a3f5a3f5a3f5a3a72ff5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3712df5a3f5a3f5a3f5a3f5a3f5a3d92ef5a3f5a3f5a3f5a3f5a3f5a3bf2cf5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3562ff5a3f5a3f5a3f5a3f5a3f5a3d92ef5a3f5a3f5a3f5a3f5a3f5a30930f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3f5a3ce2ef5a3f5a3f5a3f5a3f5a3f5a3d92e');
CREATE TABLE tags (
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    vocabulary TEXT NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('sound', 'name', 'metadata', 'person')),
    PRIMARY KEY (file_id, vocabulary, label, source)
) WITHOUT ROWID;
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (2, 'ucs', 'VEHSirn', 0.9906, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'own', 'wet roof', 1.0, 'person');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'ucs', 'RAIN', 0.998, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'ucs', 'RAINConc', 0.2954, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'ucs', 'RAINMetl', 0.3635, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (4, 'ucs', 'THUN', 1.0, 'name');
CREATE VIRTUAL TABLE texts USING fts5 (
    name, folder, description, tags, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3'
);
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (1, 'notes.wav', 'sounds ', '', '');
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (2, 'siren.wav', 'sounds ', '', 'VEHSirn VEH Sirn');
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (3, 'rain on roof.wav', 'sounds Weather', '', 'RAIN | RAINConc RAIN Conc | RAINMetl RAIN Metl | wet roof');
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (4, 'thunder.wav', 'sounds Weather', '', 'THUN');
CREATE VIRTUAL TABLE embedded USING fts5 (       -- what files say of themselves, by standard name; see fieldstore
    title, description, keywords, catid, category, subcategory, fxname, usercategory, vendorcategory, library,
    designer, manufacturer, creator, source, microphone, location, project, scene, notes, marker,
    tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,                  -- one command
    file_id INTEGER REFERENCES files (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('write', 'rename')),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'decided', 'done', 'kept')),
    path BLOB NOT NULL,                      -- absolute, the system's own bytes
    target BLOB NOT NULL,                    -- the temporary file, or the new name
    former BLOB,                             -- what describes the former file in terms of the new one
    written TEXT NOT NULL DEFAULT '{}',      -- JSON: place to text
    before_size INTEGER NOT NULL,
    before_mtime_ns INTEGER NOT NULL,
    after_size INTEGER,
    after_mtime_ns INTEGER,
    after_fingerprint BLOB,
    undoes INTEGER REFERENCES changes (id),
    made REAL NOT NULL                       -- seconds since 1970
, said TEXT NOT NULL DEFAULT '{}');
CREATE TABLE rejections (                    -- what a person said a file is not
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    vocabulary TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (file_id, vocabulary, label)
) WITHOUT ROWID;
INSERT INTO rejections (file_id, vocabulary, label) VALUES (2, 'ucs', 'DOORWood');
CREATE TABLE regions (                       -- tags of a part of a long file
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    vocabulary TEXT NOT NULL,
    start REAL NOT NULL,
    end REAL NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (file_id, vocabulary, start, label)
) WITHOUT ROWID;
CREATE TABLE layout (                        -- the map: made of the vectors, can be made again; see layout.py
    one INTEGER PRIMARY KEY CHECK (one = 1),
    model_id TEXT NOT NULL,                  -- the model of those vectors
    revision INTEGER NOT NULL,               -- of the library when it was made
    arranged INTEGER NOT NULL,               -- so many clips were laid out together, the others put beside them since
    files BLOB NOT NULL,                     -- ids, ascending: int64 little-endian
    places BLOB NOT NULL                     -- x and y of each: float32 little-endian
);
INSERT INTO layout (one, model_id, revision, arranged, files, places) VALUES (1, 'fake', 7, 3, X'020000000000000003000000000000000400000000000000', X'100d23bf576fd3bedc0c23bf6e6fd33ef60ca33f5b822eb5');
CREATE TABLE collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    query TEXT                               -- of a smart one: a search; NULL: the clips in it are listed in members
);
CREATE TABLE members (
    collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,                  -- in the order in which they were added
    PRIMARY KEY (collection_id, file_id)
) WITHOUT ROWID;
CREATE TABLE ratings (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5)
);
CREATE TABLE favourites (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE
);
CREATE TABLE plays (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    played REAL NOT NULL                     -- seconds since 1970, the last time
);
CREATE TABLE searches (                      -- what was searched for
    text TEXT PRIMARY KEY COLLATE NOCASE,
    searched REAL NOT NULL,                  -- seconds since 1970, the last time
    times INTEGER NOT NULL
);
CREATE TABLE alike (                         -- clips that sound nearly the same, in groups; see alike.py
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    kin INTEGER NOT NULL                     -- the same in one group
);
CREATE TABLE alike_made (                    -- when those groups were made
    one INTEGER PRIMARY KEY CHECK (one = 1),
    model_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    clips INTEGER NOT NULL
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (texts, row);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('folders', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('files', 4);
INSERT INTO sqlite_sequence (name, seq) VALUES ('windows', 3);
CREATE INDEX files_size ON files (size);
CREATE INDEX files_problem ON files (id) WHERE problem IS NOT NULL;
CREATE INDEX windows_file ON windows (file_id);
CREATE TRIGGER files_forget AFTER DELETE ON files BEGIN
    DELETE FROM texts WHERE rowid = old.id;
END;
CREATE TRIGGER files_forget_embedded AFTER DELETE ON files BEGIN
    DELETE FROM embedded WHERE rowid = old.id;
END;
CREATE INDEX changes_file ON changes (file_id);
CREATE INDEX changes_unfinished ON changes (id) WHERE state IN ('prepared', 'decided');
CREATE INDEX changes_undoes ON changes (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX tags_person ON tags (vocabulary, label) WHERE source = 'person';
CREATE INDEX files_rows ON files (
    folder_id, path, name, duration, sample_rate, channels, bit_depth, size, format, model_id, missing_since, status
);
CREATE INDEX files_hidden ON files (id) WHERE missing_since IS NOT NULL OR status != 'ok';
CREATE INDEX members_file ON members (file_id);
CREATE INDEX ratings_stars ON ratings (stars);
CREATE INDEX plays_played ON plays (played);
CREATE INDEX files_content ON files (fingerprint, size) WHERE fingerprint IS NOT NULL;
CREATE INDEX tags_label ON tags (vocabulary, label);
