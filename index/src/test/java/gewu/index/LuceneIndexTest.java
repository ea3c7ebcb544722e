package gewu.index;

import gewu.api.plugin.PluginScope;
import gewu.api.report.Reports;
import gewu.api.search.ReportIndex;
import gewu.api.store.Store;
import gewu.testkit.GivenExtensions;
import gewu.testkit.IndexContract;
import java.io.IOException;

class LuceneIndexTest extends IndexContract {
    @Override
    protected ReportIndex open(Store store, Reports reports, PluginScope scope) throws IOException {
        SmallHouse.lendDictionary(scope);
        return new LuceneIndex(store, reports, new GivenExtensions(), scope);
    }
}
