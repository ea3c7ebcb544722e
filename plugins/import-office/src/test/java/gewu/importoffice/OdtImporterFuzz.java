package gewu.importoffice;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class OdtImporterFuzz extends ImporterFuzz {
    OdtImporterFuzz() {
        super(new OdtImporterTest(), Casing.ZIP);
    }
}
