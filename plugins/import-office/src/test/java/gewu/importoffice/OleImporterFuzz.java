package gewu.importoffice;

import gewu.api.intake.SourceFile;
import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;
import java.util.List;
import java.util.stream.Stream;

class OleImporterFuzz extends ImporterFuzz {
    OleImporterFuzz() {
        super(new OleImporter(), seedsOfAllKinds(), Casing.NONE);
    }

    private static List<SourceFile> seedsOfAllKinds() {
        return Stream.of(new DocImporterContractTest().readable(), new XlsImporterContractTest().readable())
                .flatMap(List::stream)
                .toList();
    }
}
