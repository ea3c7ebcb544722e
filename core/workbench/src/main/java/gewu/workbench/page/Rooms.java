package gewu.workbench.page;

import gewu.api.Wording;
import gewu.api.intake.Intake;
import gewu.api.job.Jobs;
import gewu.api.metric.Metrics;
import gewu.api.plugin.Extensions;
import gewu.api.problem.Problems;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.kernel.read.PagePainter;

/// The parts of the house that pages are made of.
record Rooms(
        Extensions extensions,
        Reports reports,
        ReportSearch search,
        Metrics metrics,
        Problems problems,
        Intake intake,
        PagePainter painter,
        Jobs jobs,
        Store store,
        Wording wording,
        ImportDesk imports) {}
