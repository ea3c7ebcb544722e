package gewu.seeds;

import gewu.seeds.Seeds.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes the samples anew in the formats in which reports arrive: `seeds/formats`, and the tables of pages in
/// `seeds/expected`. See the README of the seeds for the command; it needs LibreOffice, poppler's `pdftotext`
/// and the fonts Noto CJK.
final class MakeFormats {
    private static final List<String> OFFICE_FORMATS = List.of("pdf", "docx", "doc", "odt", "rtf");
    private static final String SCANNED = "002";
    private static final String SAVED_WHOLE = "005";

    /// Large files that would show nothing new.
    private static final List<String> LEFT_OUT = List.of("001-临江市信访局-2021.rtf", "004-松岭区-信访救助及维稳项目-2021.pdf");

    private static final Pattern MARKED = Pattern.compile("(h\\d+)=(\\d+)");

    private final Path formats = Seeds.ROOM.resolve("formats");
    private final Path desk;

    private MakeFormats(Path desk) {
        this.desk = desk;
    }

    public static void main(String[] none) throws IOException, InterruptedException {
        Path desk = Files.createTempDirectory("seeds");
        new MakeFormats(desk).make();
        System.out.println("Drafts are in " + desk);
    }

    private void make() throws IOException, InterruptedException {
        List<Path> drafts = new ArrayList<>();
        for (Sample sample : Seeds.samples()) {
            Manuscript typed = Manuscript.of(sample);
            Manuscript manuscript = sample.name().startsWith(SCANNED) ? typed.printed() : typed;
            Path draft = desk.resolve(sample.name() + ".fodt");
            Files.writeString(draft, FlatDocument.of(manuscript, headOf(sample)));
            drafts.add(draft);
            writePages(sample, manuscript);
            writeWebPages(manuscript);
        }
        for (String format : OFFICE_FORMATS) {
            convert(format, folder(format), drafts);
            for (String name : LEFT_OUT) {
                Files.deleteIfExists(folder(format).resolve(name));
            }
        }
        try (Stream<Path> pdfs = Files.list(folder("pdf"))) {
            for (Path pdf : pdfs.filter(it -> it.getFileName().toString().startsWith(SCANNED))
                    .toList()) {
                Path scan = folder("scan").resolve(pdf.getFileName());
                Files.deleteIfExists(scan);
                Scan.print(pdf, scan);
            }
        }
    }

    private Path folder(String format) throws IOException {
        return Files.createDirectories(formats.resolve(format));
    }

    private static String headOf(Sample sample) {
        return sample.facts().getOrDefault("region", "") + "绩效自评材料汇编";
    }

    private void writeWebPages(Manuscript manuscript) throws IOException {
        boolean isSavedWhole = manuscript.name().startsWith(SAVED_WHOLE);
        Files.write(
                folder("web").resolve(manuscript.name() + ".html"),
                WebPage.of(manuscript, isSavedWhole ? "gb2312" : "utf-8"));
        if (isSavedWhole) {
            Files.write(folder("mhtml").resolve(manuscript.name() + ".mhtml"), WebPage.savedWhole(manuscript));
        }
    }

    /// Notes on which page each occurrence of each query stands, asking the office program by bookmarks.
    private void writePages(Sample sample, Manuscript manuscript) throws IOException, InterruptedException {
        List<Occurrence> occurrences = Occurrence.all(manuscript);
        NavigableMap<Integer, String> marks = new TreeMap<>();
        for (int i = 0; i < occurrences.size(); i++) {
            marks.merge(occurrences.get(i).at(), "h" + i, (a, b) -> a + " " + b);
        }
        Path draft = desk.resolve(sample.name() + ".marked.fodt");
        Files.writeString(draft, FlatDocument.of(manuscript, headOf(sample), marks));
        convert("pdf", desk, List.of(draft));
        run(
                "pdftotext",
                "-layout",
                desk.resolve(sample.name() + ".marked.pdf").toString(),
                desk.resolve("marks.txt").toString());
        Map<String, String> pages = new HashMap<>();
        Matcher marked = MARKED.matcher(Files.readString(desk.resolve("marks.txt")));
        while (marked.find()) {
            pages.put(marked.group(1), marked.group(2));
        }
        StringBuilder table = new StringBuilder("query\toccurrence\tpage\tbreaks\n");
        for (int i = 0; i < occurrences.size(); i++) {
            Occurrence it = occurrences.get(i);
            String page = pages.get("h" + i);
            if (page == null) {
                throw new IllegalStateException("The office program did not say where " + it + " stands.");
            }
            table.append("%s\t%d\t%s\t%d\n".formatted(it.query(), it.number(), page, it.breaks()));
        }
        Files.writeString(Seeds.ROOM.resolve("expected").resolve(sample.name() + ".pages.tsv"), table);
    }

    private void convert(String format, Path folder, List<Path> drafts) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + desk.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                format.equals("doc") ? "doc:MS Word 97" : format,
                "--outdir",
                folder.toString()));
        drafts.forEach(it -> words.add(it.toString()));
        run(words.toArray(String[]::new));
    }

    private static void run(String... words) throws IOException, InterruptedException {
        int status = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + status);
        }
    }
}
