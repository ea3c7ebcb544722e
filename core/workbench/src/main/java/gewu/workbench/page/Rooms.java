package gewu.workbench.page;

import gewu.api.Wording;
import gewu.api.job.Jobs;
import gewu.api.plugin.Extensions;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;

/// The parts of the house that pages are made of.
record Rooms(
        Extensions extensions,
        Reports reports,
        ReportSearch search,
        Jobs jobs,
        Store store,
        Wording wording,
        ImportDesk imports) {}
