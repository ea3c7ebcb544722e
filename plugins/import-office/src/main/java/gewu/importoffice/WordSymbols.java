package gewu.importoffice;

import java.util.Map;

/// Characters that Word keeps as a place in a picture font: ticks and boxes of forms, and signs of arithmetic.
final class WordSymbols {
    private static final Map<Integer, String> WINGDINGS =
            Map.of(0x6f, "□", 0x71, "□", 0x72, "□", 0xa8, "□", 0xfb, "✗", 0xfc, "✓", 0xfd, "☒", 0xfe, "☑");
    private static final Map<Integer, String> WINGDINGS_2 =
            Map.of(0x4f, "✗", 0x50, "✓", 0x51, "☒", 0x52, "☑", 0x53, "☒", 0x54, "☒", 0xa3, "□", 0x2a, "□");
    private static final Map<Integer, String> SYMBOL =
            Map.of(0xa3, "≤", 0xb0, "°", 0xb1, "±", 0xb3, "≥", 0xb4, "×", 0xb8, "÷", 0xb9, "≠", 0xbb, "≈", 0xa5, "∞");

    private WordSymbols() {}

    /// The character as people see it; empty for one that is only ornament.
    ///
    /// @param code hexadecimal
    static String of(String font, String code) {
        int place;
        try {
            place = Integer.parseInt(code, 16);
        } catch (NumberFormatException notANumber) {
            return "";
        }
        Map<Integer, String> known = switch (font) {
            case "Wingdings" -> WINGDINGS;
            case "Wingdings 2" -> WINGDINGS_2;
            case "Symbol" -> SYMBOL;
            default -> Map.of();
        };
        boolean isPrivate = place >= 0xe000 && place <= 0xf8ff;
        if (!known.isEmpty()) {
            return known.getOrDefault(place & 0xff, "");
        }
        return isPrivate || place < ' ' || !Character.isBmpCodePoint(place) ? "" : String.valueOf((char) place);
    }
}
