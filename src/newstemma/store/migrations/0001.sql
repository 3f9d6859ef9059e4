-- The tables of a collection; docs/collection.md tells a person what is in them. Every place is a
-- pair of code points in versions.text, half-open: substr(text, start + 1, end - start).

-- An article is what is published at one address or path; its texts are its versions.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,          -- its URL where it has one, else its path as displayed
    current INTEGER                    -- the number of the version that was given last
);

-- One text of an article. No row is ever changed: a changed text is the next version.
CREATE TABLE versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so fingerprints may outlive it
    id TEXT NOT NULL UNIQUE,           -- what findings call it
    article INTEGER NOT NULL REFERENCES articles (number),
    version INTEGER NOT NULL,          -- 1, 2, ... within the article, in the order of arrival
    sha256 TEXT NOT NULL,              -- of the text in UTF-8
    path TEXT NOT NULL,                -- where it was read, as displayed
    url TEXT,                          -- where it was published
    outlet TEXT,                       -- who published it, under its usual name
    owner TEXT,                        -- who owns that outlet in the end
    title TEXT,
    byline TEXT,
    published TEXT,                    -- ISO 8601, at the precision that was stated
    language TEXT NOT NULL,            -- ISO 639-1, und where it cannot be told
    words INTEGER NOT NULL DEFAULT 0,  -- of the report, without page furniture
    text TEXT NOT NULL,                -- the whole text, furniture too
    record TEXT NOT NULL,              -- JSON: the record `Article` without its text
    UNIQUE (article, version)
);
CREATE TRIGGER a_new_text_is_current AFTER INSERT ON versions BEGIN
    UPDATE articles SET current = new.number WHERE number = new.article;
END;
CREATE TRIGGER one_that_is_left_is_current AFTER DELETE ON versions BEGIN
    UPDATE articles
    SET current = (SELECT max(number) FROM versions WHERE article = old.article)
    WHERE number = old.article AND current = old.number;
END;
CREATE INDEX versions_by_path ON versions (path);
CREATE INDEX versions_by_url ON versions (url);

-- Where each version was read, and when. Nothing is ordered by these clocks.
CREATE TABLE custody (
    version INTEGER PRIMARY KEY REFERENCES versions (number) ON DELETE CASCADE,
    read_from TEXT NOT NULL,           -- the file, archive or address that was read
    read_at TEXT,                      -- ISO 8601, UTC, by the clock of the machine that read it
    content_sha256 TEXT,               -- of the bytes as read, or of the text where there were none
    archive_url TEXT,                  -- a lasting copy, where one is known
    fetched TEXT                       -- when a web archive or browser took its copy, as it says
);

-- What close reading found in a version: each column but the last two is JSON, a list of the
-- records of its name, which the views lay out in rows.
CREATE TABLE readings (
    version INTEGER PRIMARY KEY REFERENCES versions (number) ON DELETE CASCADE,
    through TEXT NOT NULL,             -- the stage up to which it was read
    quotations TEXT NOT NULL,
    attributions TEXT NOT NULL,
    mentions TEXT NOT NULL,
    entities TEXT NOT NULL,
    times TEXT NOT NULL,
    quantities TEXT NOT NULL,
    words BLOB NOT NULL,               -- apart, to compare by: JSON, by zlib
    rest BLOB NOT NULL                 -- sentences, stances, clauses: JSON, by zlib
);

-- Full-text search over titles and texts; written as Datasette looks for it.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content="versions", content_rowid="number",
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER versions_are_searched AFTER INSERT ON versions BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER versions_are_forgotten AFTER DELETE ON versions BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;
-- Numbers of versions that were taken away: fingerprints, which hold no text, cannot forget them.
CREATE TABLE removed (version INTEGER PRIMARY KEY);
CREATE TRIGGER versions_are_removed AFTER DELETE ON versions BEGIN
    INSERT INTO removed (version) VALUES (old.number);
END;
CREATE TRIGGER texts_never_change BEFORE UPDATE OF number, id, sha256, title, text ON versions BEGIN
    SELECT raise(ABORT, 'a text never changes: a changed text is a new version');
END;

-- Which versions have a feature: what a new article is looked up by. It holds no text.
CREATE VIRTUAL TABLE fingerprints USING fts5 (
    features, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

-- Articles that were drawn together. All findings below belong to one neighbourhood.
CREATE TABLE neighbourhoods (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    through TEXT NOT NULL,             -- the stage up to which it was drawn
    run TEXT NOT NULL                  -- JSON: the record `Run`, what drew it
);
CREATE TABLE members (
    version INTEGER PRIMARY KEY REFERENCES versions (number) ON DELETE CASCADE,
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL             -- 0, 1, ... in the order in which they are shown
);
CREATE INDEX members_by_neighbourhood ON members (neighbourhood, place);

-- Findings: `record` is the whole finding, the other columns are read from it.
CREATE TABLE stories (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,            -- 0, 1, ... within the neighbourhood
    id TEXT AS (json_extract(record, '$.id')),
    title TEXT AS (json_extract(record, '$.title')),
    articles INTEGER AS (json_array_length(record, '$.articles')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE INDEX stories_by_id ON stories (id);
CREATE TABLE lineages (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT AS (json_extract(record, '$.id')),
    story TEXT AS (json_extract(record, '$.story')),
    root TEXT AS (json_extract(record, '$.root')),
    articles INTEGER AS (json_array_length(record, '$.articles')),
    lost_witness TEXT AS (json_extract(record, '$.lost_witness')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE lost_witnesses (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT AS (json_extract(record, '$.id')),
    name TEXT AS (json_extract(record, '$.name')),
    why TEXT AS (json_extract(record, '$.why')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE derivations (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    child TEXT AS (json_extract(record, '$.child')),
    parent TEXT AS (json_extract(record, '$.parent')),
    kind TEXT AS (json_extract(record, '$.kind')),
    probability REAL AS (json_extract(record, '$.probability')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE relations (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    left_article TEXT AS (json_extract(record, '$.left')),
    right_article TEXT AS (json_extract(record, '$.right')),
    kind TEXT AS (json_extract(record, '$.kind')),
    probability REAL AS (json_extract(record, '$.probability')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE variants (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    child TEXT AS (json_extract(record, '$.child')),
    parent TEXT AS (json_extract(record, '$.parent')),
    kind TEXT AS (json_extract(record, '$.kind')),
    severity TEXT AS (json_extract(record, '$.severity')),
    note TEXT AS (json_extract(record, '$.note')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE actors (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT AS (json_extract(record, '$.name')),
    kind TEXT AS (json_extract(record, '$.kind')),
    mentions INTEGER AS (json_array_length(record, '$.mentions')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE claims (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT AS (json_extract(record, '$.id')),
    story TEXT AS (json_extract(record, '$.story')),
    grade TEXT AS (json_extract(record, '$.grade')),
    origins INTEGER AS (json_array_length(record, '$.origins')),
    lineages INTEGER AS (json_array_length(record, '$.lineages')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE conflicts (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT AS (json_extract(record, '$.id')),
    story TEXT AS (json_extract(record, '$.story')),
    slot TEXT AS (json_extract(record, '$.slot')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE relations_claimed (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    story TEXT AS (json_extract(record, '$.story')),
    source TEXT AS (json_extract(record, '$.source')),
    type TEXT AS (json_extract(record, '$.type')),
    target TEXT AS (json_extract(record, '$.target')),
    negated INTEGER AS (json_extract(record, '$.negated')),
    grade TEXT AS (json_extract(record, '$.grade')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE events (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    story TEXT AS (json_extract(record, '$.story')),
    date TEXT AS (json_extract(record, '$.date')),
    claim TEXT AS (json_extract(record, '$.claim')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE tracked_numbers (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    story TEXT AS (json_extract(record, '$.story')),
    thing TEXT AS (json_extract(record, '$.thing')),
    unit TEXT AS (json_extract(record, '$.unit')),
    course TEXT AS (json_extract(record, '$.course')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);
CREATE TABLE profiles (
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhoods (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    article TEXT AS (json_extract(record, '$.article')),
    taken_over REAL AS (json_extract(record, '$.taken_over')),
    named REAL AS (json_extract(record, '$.named')),
    unnamed REAL AS (json_extract(record, '$.unnamed')),
    documents REAL AS (json_extract(record, '$.documents')),
    note TEXT AS (json_extract(record, '$.note')),
    record TEXT NOT NULL,
    PRIMARY KEY (neighbourhood, place)
);

-- What people judged. Rows are added, never changed and never taken away.
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,                -- same-person, not-derived, ...
    left_name TEXT NOT NULL,           -- a name, or an article; of a derivation, the child
    right_name TEXT NOT NULL,          -- of a derivation, the parent
    note TEXT
);
CREATE TRIGGER judgements_never_change BEFORE UPDATE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are only added: add one that says the opposite');
END;
CREATE TRIGGER judgements_are_never_replaced BEFORE INSERT ON judgements
WHEN EXISTS (SELECT 1 FROM judgements WHERE number = new.number) BEGIN
    SELECT raise(ABORT, 'judgements are only added: add one that says the opposite');
END;
CREATE TRIGGER judgements_never_go BEFORE DELETE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are only added: add one that says the opposite');
END;

-- What could not be read, and why.
CREATE TABLE failures (
    path TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (path, stage, reason)
);
