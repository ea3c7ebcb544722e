-- What a report admits and promises: where it is said, whether it is settled, how sure a finder is and why.
-- Scores and confidence are in basis points; `words` are those that stand in the text.
ALTER TABLE problem ADD COLUMN number  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE problem ADD COLUMN scope   TEXT    NOT NULL DEFAULT 'core';
ALTER TABLE problem ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE problem ADD COLUMN why     TEXT    NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN words   TEXT    NOT NULL DEFAULT '';

ALTER TABLE cause ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cause ADD COLUMN words  TEXT    NOT NULL DEFAULT '';

-- A remedy without a slogan over it has heading_page 0.
ALTER TABLE remedy ADD COLUMN number        INTEGER NOT NULL DEFAULT 0;
ALTER TABLE remedy ADD COLUMN scope         TEXT    NOT NULL DEFAULT 'core';
ALTER TABLE remedy ADD COLUMN kind          TEXT    NOT NULL DEFAULT 'planned';
ALTER TABLE remedy ADD COLUMN why           TEXT    NOT NULL DEFAULT '';
ALTER TABLE remedy ADD COLUMN words         TEXT    NOT NULL DEFAULT '';
ALTER TABLE remedy ADD COLUMN heading_page  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE remedy ADD COLUMN heading_at    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE remedy ADD COLUMN heading_words TEXT    NOT NULL DEFAULT '';

ALTER TABLE problem_remedy ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE problem_remedy ADD COLUMN score  INTEGER NOT NULL DEFAULT 0;

-- Further passages that explain a problem.
CREATE TABLE problem_passage (
    report    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    plugin    TEXT    NOT NULL,
    extension TEXT    NOT NULL,
    problem   TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    page      INTEGER NOT NULL,
    start_at  INTEGER NOT NULL,
    words     TEXT    NOT NULL,
    PRIMARY KEY (report, version, plugin, extension, problem, number),
    FOREIGN KEY (report, version, plugin, extension, problem)
        REFERENCES problem (report, version, plugin, extension, id) ON DELETE CASCADE
);

-- Which finder read which version, whether it found something or not.
CREATE TABLE problem_reading (
    report    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    plugin    TEXT    NOT NULL,
    extension TEXT    NOT NULL,
    edition   TEXT    NOT NULL,
    PRIMARY KEY (report, version, plugin, extension),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);
