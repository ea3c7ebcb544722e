package gewu.importweb;

import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;

class MhtmlImporterFuzz extends ImporterFuzz {
    MhtmlImporterFuzz() {
        super(new MhtmlImporterContractTest(), Casing.NONE);
    }
}
