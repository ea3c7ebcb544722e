package gewu.importweb;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/// Reads a web page saved with all its parts in one file, as browsers, Word, Excel and WPS write it. Pages that stand
/// in frames of the first page are read in their places; pictures and styles are passed over.
final class MhtmlImporter implements ReportImporter {
    private static final int MAX_PAGE = 30_000_000;
    private static final int MAX_PAGES = 200;
    private static final int MAX_PARTS = 20_000;
    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(1_000)
            .setMaxContentLen(-1)
            .build();

    private final PageDecoder decoder = new PageDecoder();

    @Override
    public Reading read(SourceFile file) throws IOException {
        try {
            List<SavedPage> pages = pagesOf(file);
            if (pages.isEmpty()) {
                return new Reading.Refused(
                        "The saved page holds no page: none of its parts is a web page.",
                        "Open it in a browser, save it again as a single file, then import that copy.");
            }
            return new WebPage(decoder, pages).read(WebPage.Around.of(file));
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }

    /// The pages in the file, the one that shows the others first.
    private static List<SavedPage> pagesOf(SourceFile file) throws IOException {
        List<SavedPage> pages = new ArrayList<>();
        try (InputStream in = file.open()) {
            MimeTokenStream stream = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null, null);
            stream.parse(in);
            collect(stream, pages);
        } catch (MimeException broken) {
            if (pages.isEmpty()) {
                throw new Unreadable(
                        "The saved page is damaged: its parts can't be told apart.",
                        "Open it in a browser, save it again as a single file, then import that copy.",
                        broken);
            }
        }
        return pages;
    }

    private static void collect(MimeTokenStream stream, List<SavedPage> into) throws IOException, MimeException {
        String location = "";
        String id = "";
        String start = "";
        int parts = 0;
        while (true) {
            EntityState state = stream.next();
            switch (state) {
                case T_START_HEADER -> {
                    location = "";
                    id = "";
                }
                case T_FIELD -> {
                    Field field = stream.getField();
                    switch (field.getName().toLowerCase(Locale.ROOT)) {
                        case "content-location" -> location = field.getBody().strip();
                        case "content-id" -> id = withoutBrackets(field.getBody());
                        case "content-type" -> start = start.isEmpty() ? startOf(field.getBody()) : start;
                        default -> {}
                    }
                }
                case T_BODY -> {
                    if (++parts > MAX_PARTS) {
                        throw new Unreadable(
                                "The saved page has more than " + MAX_PARTS + " parts.",
                                "Check where the file comes from; if it is genuine, save its text as a new file.");
                    }
                    if (isPage(stream.getBodyDescriptor())) {
                        SavedPage page =
                                new SavedPage(location, id, charsetOf(stream.getBodyDescriptor()), body(stream));
                        into.add(!start.isEmpty() && start.equals(id) ? 0 : into.size(), page);
                    }
                }
                case T_END_OF_STREAM -> {
                    return;
                }
                default -> {}
            }
            if (into.size() >= MAX_PAGES) {
                throw new Unreadable(
                        "The saved page holds " + MAX_PAGES + " pages or more.",
                        "Check where the file comes from; if it is genuine, save the pages one by one.");
            }
        }
    }

    private static byte[] body(MimeTokenStream stream) throws IOException {
        byte[] body = stream.getDecodedInputStream().readNBytes(MAX_PAGE + 1);
        if (body.length > MAX_PAGE) {
            throw new Unreadable(
                    "A page in the file is larger than " + MAX_PAGE / 1_000_000 + " MB.",
                    "Check where the file comes from; if it is genuine, copy its text into a new file.");
        }
        return body;
    }

    private static boolean isPage(BodyDescriptor part) {
        String type = part.getMimeType();
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /// Where nothing is said the library says US-ASCII.
    private static String charsetOf(BodyDescriptor part) {
        String charset = part.getCharset();
        return charset == null || charset.equalsIgnoreCase("us-ascii") ? "" : charset;
    }

    /// The id of the part that shows the others, where the head names it.
    private static String startOf(String contentType) {
        for (String parameter : contentType.split(";", -1)) {
            String stripped = parameter.strip();
            if (stripped.regionMatches(true, 0, "start=", 0, 6)) {
                return withoutBrackets(stripped.substring(6).replace("\"", ""));
            }
        }
        return "";
    }

    private static String withoutBrackets(String id) {
        String stripped = id.strip();
        return stripped.startsWith("<") && stripped.endsWith(">")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }
}
