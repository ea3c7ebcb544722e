package gewu.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// A folder as bureaus mail it in: reports in files of every kind, one in twenty of them broken. The same
/// for the same seed.
public final class MixedFolder {
    private static final int ONE_IN = 20;

    private MixedFolder() {}

    /// What must become of a file.
    public enum End {
        /// It becomes one report.
        READ,
        /// It fails, with a reason.
        FAILED
    }

    /// Fills a folder.
    ///
    /// @param count how many files
    /// @return what must become of each, by its name; a file inside an archive stands behind `!/`
    public static Map<String, End> fill(Path folder, int count, long seed) throws IOException {
        Files.createDirectories(folder);
        ReportGenerator generator = new ReportGenerator(seed);
        Map<String, End> ends = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String text = generator.report(i).text();
            boolean isBroken = i % ONE_IN == ONE_IN - 1;
            String kind = SampleFiles.KINDS.get((i + i / ONE_IN) % SampleFiles.KINDS.size());
            String name = String.format("%04d.%s", i, kind);
            byte[] whole = SampleFiles.of(kind, text);
            Files.write(folder.resolve(name), isBroken ? broken(kind, whole) : whole);
            if (isBroken) {
                ends.put(name, End.FAILED);
            } else {
                ends.put(kind.equals("zip") ? name + "!/附件/自评报告.txt" : name, End.READ);
            }
        }
        return ends;
    }

    /// Broken so that nothing of it can be read: what flows may not be read in part and called whole.
    private static byte[] broken(String kind, byte[] whole) {
        return switch (kind) {
            case "docx", "xlsx", "odt", "zip" -> Arrays.copyOf(whole, 40);
            case "pdf" -> Arrays.copyOf(whole, 9);
            case "html" -> SampleFiles.utf8("<html><head><title></title></head><body> </body></html>");
            case "mht" ->
                SampleFiles.latin("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x");
            case "rtf" -> SampleFiles.latin("{\\rtf1\\ansi {\\fonttbl{\\f0");
            default -> new byte[whole.length];
        };
    }
}
