package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class DocxImporterFuzz extends ImporterFuzz {
    DocxImporterFuzz() {
        super(new DocxImporterContractTest(), Casing.ZIP);
    }
}
