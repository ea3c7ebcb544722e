-- All that a table of one indicator over all reports needs stands in the index, so that the figures themselves, which lie
-- far apart, need not be looked up.
DROP INDEX metric_by_indicator;
CREATE INDEX metric_by_indicator ON metric
    (canonical, kind, report, version, period, basis, amount, amount_unit, value, scope, confidence, page, start_at, end_at, id);
