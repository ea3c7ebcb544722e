package gewu.importweb;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class HtmlImporterFuzz extends ImporterFuzz {
    HtmlImporterFuzz() {
        super(new HtmlImporterContractTest(), Casing.NONE);
    }
}
