package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class XlsImporterFuzz extends ImporterFuzz {
    XlsImporterFuzz() {
        super(new XlsImporterContractTest(), Casing.NONE);
    }
}
