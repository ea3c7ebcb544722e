package gewu.importpdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/// Sets the words of form fields and notes that the file leaves to the viewer to draw: somewhere in their
/// frame, in the right order.
final class Lettering {
    /// A character that is to be drawn.
    ///
    /// @param x    where it begins, in the file's coordinates
    /// @param y    its base line
    /// @param size in the file's units
    record Letter(String text, double x, double y, double size, double advance) {}

    private static final double USUAL_SIZE = 10;
    private static final double SMALLEST_SIZE = 4;
    private static final double LEADING = 1.2;
    private static final double ABOVE = 0.88;
    private static final int MOST_ANCESTORS = 32;

    /// From here on, characters are mostly as wide as they are high.
    private static final int FIRST_WIDE = 0x2e80;

    /// The password flag of a text field.
    private static final int SECRET = 1 << 13;

    /// Such as `/STSong 10.5 Tf`.
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)\\s+Tf");

    private Lettering() {}

    static List<Letter> of(COSDictionary annotation) {
        COSArray place = annotation.getCOSArray(COSName.RECT);
        String words = words(annotation).strip();
        if (place == null || words.isEmpty()) {
            return List.of();
        }
        PDRectangle frame = new PDRectangle(place);
        double size = size(annotation, frame);
        List<Letter> letters = new ArrayList<>();
        double y = frame.getUpperRightY() - ABOVE * size;
        for (String line : words.split("\\R", -1)) {
            double x = frame.getLowerLeftX();
            for (int c : line.codePoints().toArray()) {
                double advance = c >= FIRST_WIDE ? size : size / 2;
                if (x + advance > frame.getUpperRightX() && x > frame.getLowerLeftX()) {
                    x = frame.getLowerLeftX();
                    y -= LEADING * size;
                }
                letters.add(new Letter(Character.toString(c), x, y, size, advance));
                x += advance;
            }
            y -= LEADING * size;
        }
        return letters;
    }

    private static String words(COSDictionary annotation) {
        if ("FreeText".equals(annotation.getNameAsString(COSName.SUBTYPE))) {
            return textOf(annotation.getDictionaryObject(COSName.CONTENTS));
        }
        int flags = inherited(annotation, COSName.FF, it -> it instanceof COSNumber) instanceof COSNumber number
                ? number.intValue()
                : 0;
        boolean isChoice = COSName.CH.equals(inherited(annotation, COSName.FT, it -> it instanceof COSName));
        boolean isText = COSName.TX.equals(inherited(annotation, COSName.FT, it -> it instanceof COSName));
        if (!isChoice && !(isText && (flags & SECRET) == 0)) {
            return "";
        }
        return textOf(inherited(annotation, COSName.V, it -> true));
    }

    private static String textOf(@Nullable COSBase value) {
        return switch (value) {
            case COSString string -> string.getString();
            case COSStream stream -> stream.toTextString();
            case COSArray several -> String.join("\n", several.toCOSStringStringList());
            case null, default -> "";
        };
    }

    private static @Nullable COSBase inherited(COSDictionary field, COSName key, Predicate<COSBase> isFit) {
        COSDictionary here = field;
        for (int i = 0; i < MOST_ANCESTORS && here != null; i++) {
            COSBase value = here.getDictionaryObject(key);
            if (value != null && isFit.test(value)) {
                return value;
            }
            here = here.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    private static double size(COSDictionary annotation, PDRectangle frame) {
        COSBase appearance = inherited(annotation, COSName.DA, it -> it instanceof COSString);
        Matcher matcher = SIZE.matcher(textOf(appearance));
        double said = matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
        double fitting = Math.min(USUAL_SIZE, frame.getHeight() / LEADING);
        return Math.max(SMALLEST_SIZE, said > 0 ? said : fitting);
    }
}
