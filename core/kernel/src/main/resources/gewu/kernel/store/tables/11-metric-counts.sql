-- How often the newest versions of reports state each indicator: counted up and down with the figures themselves, since
-- counting millions of them takes half a minute. Open indicators, which no pack knows, have no canonical and are told
-- apart by their wording; `open` is empty for all others. Counts that went back to nothing stay as 0.
CREATE TABLE metric_count (
    canonical TEXT   NOT NULL,
    open      TEXT   NOT NULL,
    figures   BIGINT NOT NULL,
    reports   BIGINT NOT NULL,
    PRIMARY KEY (canonical, open)
);

-- How indicators that a pack knows are worded.
CREATE TABLE metric_wording (
    canonical TEXT   NOT NULL,
    wording   TEXT   NOT NULL,
    figures   BIGINT NOT NULL,
    PRIMARY KEY (canonical, wording)
);

INSERT INTO metric_wording (canonical, wording, figures)
SELECT m.canonical, m.indicator, COUNT(*)
  FROM metric m NOT INDEXED JOIN report r ON r.id = m.report AND r.version = m.version
 WHERE m.canonical <> ''
 GROUP BY m.canonical, m.indicator;

INSERT INTO metric_count (canonical, open, figures, reports)
SELECT m.canonical, '', COUNT(*), COUNT(DISTINCT m.report)
  FROM metric m JOIN report r ON r.id = m.report AND r.version = m.version
 WHERE m.canonical <> ''
 GROUP BY m.canonical;

INSERT INTO metric_count (canonical, open, figures, reports)
SELECT '', m.indicator, COUNT(*), COUNT(DISTINCT m.report)
  FROM metric m JOIN report r ON r.id = m.report AND r.version = m.version
 WHERE m.canonical = ''
 GROUP BY m.indicator;
