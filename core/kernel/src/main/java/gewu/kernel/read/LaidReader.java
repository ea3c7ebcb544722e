package gewu.kernel.read;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.intake.TextRecogniser;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.Box;
import gewu.api.report.PageLook;
import gewu.kernel.page.PageComposer;
import gewu.kernel.page.TextTrust;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a document of fixed pages, one page after the other: takes its text layer where that can be trusted, and has
/// the picture recognised where not. For one document.
final class LaidReader {
    /// A longer text is no report; a bomb, perhaps.
    static final int MOST_CHARACTERS = 20_000_000;

    private static final int MOST_PAGES = 5_000;
    private static final int DPI = 300;
    private static final double POINTS_AN_INCH = 72;
    /// A recogniser minds its own time; this only ends one that hangs.
    private static final int RECOGNITION_SECONDS = 300;

    private final Extensions extensions;
    private final Extension<?> importer;
    private final ReadRequest.Ocr ocr;
    private final Pace pace;
    private final TextTrust trust = new TextTrust();
    private final PageComposer composer = new PageComposer();
    private final List<Integer> wantsOcr = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int broken;
    private String missing = "";
    private String remedy = "";

    LaidReader(Extensions extensions, Extension<?> importer, ReadRequest.Ocr ocr, Pace pace) {
        this.extensions = extensions;
        this.importer = importer;
        this.ocr = ocr;
        this.pace = pace;
    }

    ReadResult read(LaidDocument document) throws IOException {
        try (document) {
            int pages = document.pages();
            int most = importer.attribute("max-pages").map(Integer::parseInt).orElse(MOST_PAGES);
            if (pages > most) {
                return new ReadResult.Refused(
                        "It has " + pages + " pages; " + importer.plugin() + "/" + importer.id() + " takes at most "
                                + most + ".",
                        "Split it into its reports, then import those.",
                        0);
            }
            int seconds = importer.attribute("seconds-per-page")
                    .map(Integer::parseInt)
                    .orElse(5);
            for (int number = 1; number <= pages; number++) {
                pace.page(number, pages, seconds);
                page(document, number, pages);
                if (composer.characters() > MOST_CHARACTERS) {
                    return tooLong(MOST_CHARACTERS);
                }
            }
            return result(pages, document.remark());
        }
    }

    static ReadResult.Refused tooLong(int most) {
        return new ReadResult.Refused(
                "It holds more than " + most + " characters, which is no report.",
                "Split it into its reports, then import those.",
                0);
    }

    private void page(LaidDocument document, int number, int pages) {
        LaidPage page;
        try {
            page = document.page(number);
        } catch (IOException unreadable) {
            broken++;
            remarks.add("Page " + number + " can't be read: " + unreadable.getMessage() + ".");
            composer.add(empty(number), PageLook.Origin.TEXT_LAYER, "It can't be read.", 0, "");
            return;
        }
        switch (trust.of(page)) {
            case TextTrust.Verdict.Empty _ -> composer.add(page, PageLook.Origin.TEXT_LAYER, "", 0, "");
            case TextTrust.Verdict.Trusted _ -> {
                if (ocr != ReadRequest.Ocr.ALWAYS
                        || page.pictured() == 0
                        || !recognised(document, page, pages, "It was asked for.", textOf(page))) {
                    composer.add(page, PageLook.Origin.TEXT_LAYER, "", 0, "");
                }
            }
            case TextTrust.Verdict.Untrusted(String why) -> {
                String layer = textOf(page);
                if (ocr == ReadRequest.Ocr.NEVER || !recognised(document, page, pages, why, layer)) {
                    wantsOcr.add(number);
                    composer.add(without(page, List.of()), PageLook.Origin.TEXT_LAYER, why, 0, layer);
                }
            }
        }
    }

    /// @return false if no recogniser is ready, or it failed
    private boolean recognised(LaidDocument document, LaidPage page, int pages, String why, String layer) {
        Optional<Extension<TextRecogniser>> recogniser = recogniser();
        if (recogniser.isEmpty()) {
            return false;
        }
        pace.page(page.number(), pages, RECOGNITION_SECONDS);
        try {
            BufferedImage picture = document.picture(page.number(), DPI);
            int dpi = (int) Math.max(1, Math.round(picture.getWidth() / (page.width() / POINTS_AN_INCH)));
            TextRecogniser.Recognised read = recogniser.get().instance().recognise(picture, dpi);
            double scale = page.width() / picture.getWidth();
            List<LaidPage.Glyph> glyphs =
                    read.glyphs().stream().map(it -> scaled(it, scale)).toList();
            String engine = recogniser.get().instance().readiness() instanceof TextRecogniser.Readiness.Ready ready
                    ? ready.engine() + ". "
                    : "";
            List<LaidPage.Rule> rules = Stream.concat(
                            page.rules().stream(), read.rules().stream().map(it -> scaled(it, scale)))
                    .toList();
            LaidPage seen = new LaidPage(page.number(), page.width(), page.height(), glyphs, rules, 0, page.pictured());
            composer.add(seen, PageLook.Origin.RECOGNISED, engine + why, read.turned(), layer);
            return true;
        } catch (IOException failed) {
            remarks.add("Page " + page.number() + " could not be recognised: " + failed.getMessage() + ".");
            return false;
        }
    }

    private static LaidPage.Glyph scaled(LaidPage.Glyph glyph, double scale) {
        Box box = glyph.box();
        return new LaidPage.Glyph(
                glyph.text(),
                new Box(box.left() * scale, box.top() * scale, box.right() * scale, box.bottom() * scale),
                glyph.size() * scale,
                glyph.bold(),
                glyph.confidence());
    }

    private static LaidPage.Rule scaled(LaidPage.Rule rule, double scale) {
        return new LaidPage.Rule(rule.x1() * scale, rule.y1() * scale, rule.x2() * scale, rule.y2() * scale);
    }

    private Optional<Extension<TextRecogniser>> recogniser() {
        for (Extension<TextRecogniser> it : extensions.of(TextRecogniser.class)) {
            switch (it.instance().readiness()) {
                case TextRecogniser.Readiness.Ready _ -> {
                    return Optional.of(it);
                }
                case TextRecogniser.Readiness.Missing(String why, String next) -> {
                    missing = why;
                    remedy = next;
                }
            }
        }
        return Optional.empty();
    }

    /// @param aside what the document itself has to say beside its text
    private ReadResult result(int pages, String aside) {
        if (broken == pages) {
            return new ReadResult.Refused(
                    remarks.getFirst(), "It is damaged: save it again in the program that made it.", 1);
        }
        if (!wantsOcr.isEmpty() && wantsOcr.size() + broken == pages) {
            return remarks.isEmpty()
                    ? new ReadResult.NeedsOcr(pages, whyNot(), nextMove())
                    : new ReadResult.Refused(
                            String.join(" ", remarks),
                            "See whether its pages can be seen in a viewer; scan it again if not.",
                            wantsOcr.getFirst());
        }
        if (!wantsOcr.isEmpty()) {
            String which = wantsOcr.size() == 1
                    ? "Page " + wantsOcr.getFirst() + " is a picture and was not read. "
                    : "Pages " + listed(wantsOcr) + " are pictures and were not read. ";
            remarks.add(which + whyNot() + " " + nextMove());
        }
        Reading.Text text = composer.finish();
        remarks.add(aside);
        return new ReadResult.Words(
                text.source(), text.looks(), wantsOcr, String.join(" ", remarks).strip());
    }

    private String whyNot() {
        if (ocr == ReadRequest.Ocr.NEVER) {
            return "Recognition was switched off.";
        }
        return missing.isEmpty() ? "No plugin that recognises text is installed." : missing;
    }

    private String nextMove() {
        if (ocr == ReadRequest.Ocr.NEVER) {
            return "Import it with --ocr auto.";
        }
        return remedy.isEmpty() ? "Enable the plugin recognise-tesseract." : remedy;
    }

    private static String listed(List<Integer> numbers) {
        int shown = Math.min(numbers.size(), 10);
        String some = numbers.subList(0, shown).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return shown < numbers.size() ? some + " and " + (numbers.size() - shown) + " more" : some;
    }

    private static LaidPage empty(int number) {
        return new LaidPage(number, 595, 842, List.of(), List.of(), 0, 0);
    }

    private static LaidPage without(LaidPage page, List<LaidPage.Glyph> glyphs) {
        return new LaidPage(page.number(), page.width(), page.height(), glyphs, page.rules(), 0, page.pictured());
    }

    private static String textOf(LaidPage page) {
        return page.glyphs().stream().map(LaidPage.Glyph::text).collect(Collectors.joining());
    }
}
