-- What each person has set to his liking; the owner is empty in a workbench without accounts.
CREATE TABLE workbench_setting (
    owner TEXT NOT NULL,
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (owner, name)
);
