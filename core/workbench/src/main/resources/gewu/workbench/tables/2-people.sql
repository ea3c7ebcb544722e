-- Who may come in, where the workbench has accounts. No password, session or token is in here: only what can be made of
-- it, and not the other way. Moments are seconds since 1970.
CREATE TABLE workbench_account (
    name        TEXT    PRIMARY KEY,
    standing    TEXT    NOT NULL,
    password    TEXT    NOT NULL,
    is_disabled INTEGER NOT NULL,
    made_at     BIGINT  NOT NULL
);

CREATE TABLE workbench_session (
    digest  TEXT   PRIMARY KEY,
    account TEXT   NOT NULL,
    made_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);

-- What programs show instead of a password; the account is empty in a workbench without accounts.
CREATE TABLE workbench_token (
    id      TEXT   PRIMARY KEY,
    digest  TEXT   NOT NULL UNIQUE,
    account TEXT   NOT NULL,
    words   TEXT   NOT NULL,
    made_at BIGINT NOT NULL
);

-- Who came in, who was refused, what was changed.
CREATE TABLE workbench_audit (
    sequence BIGINT PRIMARY KEY,
    at       BIGINT NOT NULL,
    who      TEXT   NOT NULL,
    address  TEXT   NOT NULL,
    what     TEXT   NOT NULL,
    target   TEXT   NOT NULL,
    outcome  TEXT   NOT NULL,
    reason   TEXT   NOT NULL
);
