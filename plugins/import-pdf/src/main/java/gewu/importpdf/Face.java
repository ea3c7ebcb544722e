package gewu.importpdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDCIDFont;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.jspecify.annotations.Nullable;

/// A font as it matters for reading: what its codes stand for, whether it is bold, and how far its characters reach.
/// For one page.
final class Face {
    /// Where a Chinese character stands above and below its line, as a share of its size.
    static final double ABOVE = 0.88;

    static final double BELOW = 0.12;

    /// From here on a weight counts as bold.
    private static final float SEMIBOLD = 600;

    /// Orders of characters of which the library knows what they stand for.
    private static final Set<String> KNOWN_ORDERS = Set.of("GB1", "CNS1", "Japan1", "Korea1", "KR");

    private final PDFont font;
    private final boolean isBold;
    private final boolean isBorrowed;
    private final double above;
    private final double below;
    private final Map<Integer, String> known = new HashMap<>();
    private @Nullable Optional<CMap> given;

    Face(PDFont font) {
        this.font = font;
        this.isBold = bold(font);
        this.isBorrowed = borrowed(font);
        double highest = ABOVE;
        double lowest = -BELOW;
        if (font instanceof PDType3Font drawn && drawn.getFontBBox() instanceof PDRectangle box) {
            // Characters that are drawings may count in any unit.
            double scale = drawn.getFontMatrix().getScaleY();
            double reach = Math.abs(box.getHeight() * scale);
            boolean isOdd = reach > 0 && (reach < 0.5 || reach > 2);
            highest = isOdd ? box.getUpperRightY() * scale : ABOVE;
            lowest = isOdd ? box.getLowerLeftY() * scale : -BELOW;
        }
        this.above = highest;
        this.below = lowest;
    }

    boolean isBold() {
        return isBold;
    }

    /// How far characters reach above the line, as a share of the font size.
    double above() {
        return above;
    }

    /// The same below the line; negative.
    double below() {
        return below;
    }

    /// What a code stands for; empty if that is unknown, a blank if it is one.
    String text(int code) {
        String text = known.get(code);
        if (text == null) {
            text = found(code);
            known.put(code, text);
        }
        return text;
    }

    private String found(int code) {
        if (isBorrowed && !isInTable(code)) {
            return "";
        }
        String text = font.toUnicode(code);
        return text == null || isUnreadable(text) || isMadeUp(text, code) ? "" : usual(text);
    }

    /// Where a font's own table has no entry for a code, the library may give the code itself for its character.
    private boolean isMadeUp(String text, int code) {
        return font instanceof PDType0Font
                && text.length() == 1
                && text.charAt(0) == (char) code
                && !hasNamedCodes(font)
                && font.getCOSObject().getCOSStream(COSName.TO_UNICODE) != null
                && !isInTable(code);
    }

    /// Whether the table of the font says what this code stands for; one that speaks of no code is of another kind.
    private boolean isInTable(int code) {
        COSStream table = font.getCOSObject().getCOSStream(COSName.TO_UNICODE);
        if (table == null) {
            return font.getCOSObject().containsKey(COSName.TO_UNICODE);
        }
        Optional<CMap> read = given;
        if (read == null) {
            read = parsed(table);
            given = read;
        }
        return read.isPresent()
                && (!read.get().hasUnicodeMappings() || read.get().toUnicode(code) != null);
    }

    /// The table; empty if it is damaged: the library, too, goes on without it then.
    private static Optional<CMap> parsed(COSStream table) {
        try (RandomAccessRead content = table.createView()) {
            return Optional.of(new CMapParser().parse(content));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /// Whether the library would take a font that is not in the file for one that happens to be on this machine.
    private static boolean borrowed(PDFont font) {
        if (!(font instanceof PDType0Font composite) || hasNamedCodes(font)) {
            return false;
        }
        PDCIDFont inner = composite.getDescendantFont();
        PDCIDSystemInfo info = inner.getCIDSystemInfo();
        boolean isKnown = info != null && KNOWN_ORDERS.contains(info.getOrdering());
        return !inner.isEmbedded() && !isKnown;
    }

    /// Whether its codes are those of a known set of characters, such as `UniGB-UCS2-H`.
    private static boolean hasNamedCodes(PDFont font) {
        COSName encoding = font.getCOSObject().getCOSName(COSName.ENCODING);
        return encoding != null && !encoding.getName().startsWith("Identity");
    }

    private static boolean isUnreadable(String text) {
        int c = text.isEmpty() ? 0 : text.codePointAt(0);
        return c == 0
                || c == 0xfffd
                || (Character.isISOControl(c) && !Character.isWhitespace(c))
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.UNASSIGNED;
    }

    /// Tables made from a font's outlines may name the radical, or the twin of another standard, that looks the same.
    private static String usual(String text) {
        int c = text.codePointAt(0);
        boolean isTwin = (c >= 0x2e80 && c <= 0x2fdf) || (c >= 0xf900 && c <= 0xfaff);
        return isTwin ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }

    private static boolean bold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("bold")
                || name.contains("heavy")
                || name.contains("black")
                || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= SEMIBOLD));
    }
}
