package gewu.importoffice;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fonts of a document, which say in which encoding words are written. For one thread.
final class RtfFonts {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Set<String> PICTURES = Set.of("Wingdings", "Wingdings 2", "Symbol");
    private static final String GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ      αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    private static final int ANSI = 0;
    private static final int DEFAULT = 1;
    private static final int SYMBOL = 2;

    private final Map<Integer, Font> fonts = new HashMap<>();
    private Charset ofDocument = WESTERN;
    private Font open = new Font();

    private static final class Font {
        final StringBuilder name = new StringBuilder();
        int characters = DEFAULT;
        int codePage;
    }

    void documentIn(int codePage) {
        ofDocument = charset(codePage);
    }

    /// Begins the description of a font.
    void describe(int number) {
        open = fonts.computeIfAbsent(number, _ -> new Font());
    }

    void characters(int set) {
        open.characters = set;
    }

    void codePage(int number) {
        open.codePage = number;
    }

    /// A piece of the font's name, to its semicolon.
    void name(byte[] piece) {
        for (byte one : piece) {
            if (one != ';' && one > 0 && open.name.length() < 40) {
                open.name.append((char) one);
            }
        }
    }

    /// Whether its characters are pictures.
    boolean isSymbols(int number) {
        Font font = fonts.get(number);
        return font != null && font.characters == SYMBOL && PICTURES.contains(nameOf(font));
    }

    /// The character at a place of a font of pictures, as people see it; empty for ornament.
    String symbol(int number, int place) {
        Font font = fonts.get(number);
        if (font == null || place == ' ') {
            return place == ' ' ? " " : "";
        }
        String name = nameOf(font);
        if (!name.equals("Symbol") || place >= '{') {
            return PICTURES.contains(name) ? WordSymbols.of(name, Integer.toHexString(place)) : "";
        }
        return place < 'A'
                ? String.valueOf((char) place)
                : GREEK.substring(place - 'A', place - 'A' + 1).strip();
    }

    String decode(byte[] bytes, int from, int number) {
        if (isSymbols(number)) {
            StringBuilder seen = new StringBuilder();
            for (int i = from; i < bytes.length; i++) {
                seen.append(symbol(number, bytes[i] & 0xff));
            }
            return seen.toString();
        }
        return new String(bytes, from, bytes.length - from, charset(bytes, from, fonts.get(number)));
    }

    private static String nameOf(Font font) {
        return font.name.toString().strip();
    }

    /// Word names a western font for Chinese words now and then, and other programs do so always; two neighbouring
    /// bytes that are Chinese are so in truth.
    private Charset charset(byte[] bytes, int from, @Nullable Font font) {
        if (font != null && font.codePage > 0) {
            return charset(font.codePage);
        }
        int characters = font == null ? DEFAULT : font.characters;
        return switch (characters) {
            case 77 -> charset(10_000);
            case 128 -> charset(932);
            case 129 -> charset(949);
            case 134 -> GB18030;
            case 136 -> charset(950);
            case 161 -> charset(1253);
            case 162 -> charset(1254);
            case 163 -> charset(1258);
            case 177 -> charset(1255);
            case 178 -> charset(1256);
            case 186 -> charset(1257);
            case 204 -> charset(1251);
            case 222 -> charset(874);
            case 238 -> charset(1250);
            case 254 -> charset(437);
            case 255 -> charset(850);
            default -> {
                boolean isWestern = characters == ANSI || ofDocument.equals(WESTERN);
                yield !isWestern ? ofDocument : !isChinese(bytes, from) ? WESTERN : asChinese();
            }
        };
    }

    private Charset asChinese() {
        return ofDocument.equals(WESTERN) ? GB18030 : ofDocument;
    }

    private static boolean isChinese(byte[] bytes, int from) {
        int pairs = 0;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                if (i + 1 == bytes.length || (bytes[i] & 0xff) < 0xa1 || (bytes[i + 1] & 0xff) < 0xa1) {
                    return false;
                }
                pairs++;
                i++;
            }
        }
        return pairs > 0;
    }

    private static Charset charset(int codePage) {
        return switch (codePage) {
            case 936, 20_936, 52_936, 54_936, 10_008 -> GB18030;
            case 932 -> Charset.forName("windows-31j");
            case 949 -> Charset.forName("x-windows-949");
            case 950, 10_002 -> Charset.forName("x-windows-950");
            case 874 -> Charset.forName("x-windows-874");
            case 10_000 -> Charset.forName("x-MacRoman");
            case 437 -> Charset.forName("IBM437");
            case 850 -> Charset.forName("IBM850");
            case 65_001 -> StandardCharsets.UTF_8;
            case 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258 -> Charset.forName("windows-" + codePage);
            default -> WESTERN;
        };
    }
}
