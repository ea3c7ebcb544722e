package gewu.testkit;

import gewu.api.plugin.PluginScope;
import gewu.api.report.Reports;
import gewu.api.search.ReportIndex;
import gewu.api.store.Store;

class PlainIndexTest extends IndexContract {
    @Override
    protected ReportIndex open(Store store, Reports reports, PluginScope scope) {
        return new PlainIndex(store, reports);
    }
}
