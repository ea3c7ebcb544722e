-- The same report saved again: how it is found, what was offered, and what people said.

-- Where a report was looked up from: its version and its facts then. What has changed since is looked up anew.
CREATE TABLE version_sketch (
    report  TEXT    PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    facts   TEXT    NOT NULL,
    year    INTEGER NOT NULL,
    org     TEXT    NOT NULL,
    buckets TEXT    NOT NULL
);

-- Reports with much the same words share buckets. Year 0 and an empty organisation are unknown.
CREATE TABLE version_bucket (
    bucket BIGINT  NOT NULL,
    year   INTEGER NOT NULL,
    org    TEXT    NOT NULL,
    report TEXT    NOT NULL,
    PRIMARY KEY (bucket, year, org, report)
);

-- Two reports that may be, are (accepted) or are not (declined) versions of one. Likeness is in basis points.
-- decided_at is empty while nobody has said anything.
CREATE TABLE version_offer (
    older         TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    newer         TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    state         TEXT    NOT NULL,
    likeness      INTEGER NOT NULL,
    is_same_words INTEGER NOT NULL,
    doubts        TEXT    NOT NULL,
    offered_at    TEXT    NOT NULL,
    decided_at    TEXT    NOT NULL,
    PRIMARY KEY (older, newer)
);
CREATE INDEX version_offer_newer ON version_offer (newer);
