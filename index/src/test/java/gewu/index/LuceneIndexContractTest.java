package gewu.index;

import gewu.api.plugin.PluginScope;
import gewu.api.report.Reports;
import gewu.api.search.ReportIndex;
import gewu.api.store.Store;
import gewu.testkit.IndexContract;

class LuceneIndexContractTest extends IndexContract {
    @Override
    protected ReportIndex open(Store store, Reports reports, PluginScope scope) {
        return new LuceneIndex(store, reports, scope);
    }
}
