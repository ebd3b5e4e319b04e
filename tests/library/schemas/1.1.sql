PRAGMA page_size = 8192;
PRAGMA application_id = 1464618571;
PRAGMA user_version = 65537;
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    library TEXT NOT NULL,                   -- uuid: tells an index cache which library it belongs to
    revision INTEGER NOT NULL,               -- grows with every writing transaction
    generation INTEGER NOT NULL,             -- grows when windows vanish or come back; between, they are only added
    model_id TEXT NOT NULL                   -- the model of the last scan
);
INSERT INTO state (one, library, revision, generation, model_id) VALUES (1, '0b115bf8-1031-463e-b053-ec5b2f6f80e7', 6, 0, 'fake');
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
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (1, 1, X'6e6f7465732e776176', 'notes.wav', 28, 1795553571915055559, X'8b88dd951f825226a95e23bc180d37f7', 0.0, 0, 0, NULL, '', '', '', '{}', '', 'unreadable', 'This is not a sound file: whatever its name says, what is in it is no known sound format.', NULL);
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (2, 1, X'736972656e2e776176', 'siren.wav', 16044, 1795553571911055559, X'f0a7ff471271e390fdd0f96879253d36', 0.5, 16000, 1, 16, 'WAV', 'PCM_16', '', '{}', 'fake', 'ok', NULL, NULL);
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (3, 1, X'576561746865722f7261696e206f6e20726f6f662e776176', 'rain on roof.wav', 16044, 1795553571887055559, X'69c3910cd65cb7603edf74e69100ac42', 0.5, 16000, 1, 16, 'WAV', 'PCM_16', '', '{}', 'fake', 'ok', NULL, NULL);
INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels, bit_depth, format, codec, description, fields, model_id, status, problem, missing_since) VALUES (4, 1, X'576561746865722f7468756e6465722e776176', 'thunder.wav', 16044, 1795553571899055559, X'd6f9ffa345a6a59f0b4f736271ae28a1', 0.5, 16000, 1, 16, 'WAV', 'PCM_16', '', '{}', 'fake', 'ok', NULL, NULL);
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
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (2, 'ucs', 'ALRMSirn', 0.1867, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (2, 'ucs', 'VEHSirn', 0.0565, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (2, 'ucs', 'VOXCheer', 0.0462, 'sound');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'own', 'wet roof', 1.0, 'person');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'ucs', 'RAINConc', 0.0805, 'sound');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'ucs', 'RAINMetl', 0.0933, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (3, 'ucs', 'RAINWatr', 0.082, 'sound');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (4, 'ucs', 'THUN', 0.2371, 'name');
INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (4, 'ucs', 'WTHR', 0.4175, 'sound');
CREATE VIRTUAL TABLE texts USING fts5 (
    name, folder, description, tags, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3'
);
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (1, 'notes.wav', 'sounds ', '', '');
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (2, 'siren.wav', 'sounds ', '', 'ALRMSirn ALRM Sirn | VEHSirn VEH Sirn | VOXCheer VOX Cheer');
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (3, 'rain on roof.wav', 'sounds Weather', '', 'RAINConc RAIN Conc | RAINMetl RAIN Metl | RAINWatr RAIN Watr | wet roof');
INSERT INTO texts (rowid, name, folder, description, tags) VALUES (4, 'thunder.wav', 'sounds Weather', '', 'THUN | WTHR');
CREATE VIRTUAL TABLE embedded USING fts5 (       -- what files say of themselves, by standard name; see fieldstore
    title, description, keywords, catid, category, subcategory, fxname, usercategory, vendorcategory, library,
    designer, manufacturer, creator, source, microphone, location, project, scene, notes, marker,
    tokenize = "porter unicode61 remove_diacritics 2"
);
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
