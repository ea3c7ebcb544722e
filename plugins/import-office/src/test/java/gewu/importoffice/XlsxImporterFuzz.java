package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class XlsxImporterFuzz extends ImporterFuzz {
    XlsxImporterFuzz() {
        super(new XlsxImporterContractTest(), Casing.ZIP);
    }
}
