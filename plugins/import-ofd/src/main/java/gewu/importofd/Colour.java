package gewu.importofd;

import gewu.api.intake.flow.Xml;
import java.awt.Color;

/// Colours as OFD writes them.
final class Colour {
    private static final Color NONE = new Color(0, 0, 0, 0);

    private Colour() {}

    /// The colour that the element just begun says. Shadings and patterns are nothing, so that they hide no words.
    static Color of(Xml xml) {
        double[] parts = parts(xml.attribute("Value"));
        int alpha = channel(Values.one(xml.attribute("Alpha"), 255));
        return switch (parts.length) {
            case 0 -> NONE;
            case 1, 2 -> new Color(channel(parts[0]), channel(parts[0]), channel(parts[0]), alpha);
            case 3 -> new Color(channel(parts[0]), channel(parts[1]), channel(parts[2]), alpha);
            default ->
                new Color(mixed(parts[0], parts[3]), mixed(parts[1], parts[3]), mixed(parts[2], parts[3]), alpha);
        };
    }

    /// `255 0 0`, or `#FF #0 #0`.
    private static double[] parts(String value) {
        if (value.indexOf('#') < 0) {
            return Values.list(value);
        }
        String[] words = value.strip().split("[\\s,]+", 5);
        double[] parts = new double[Math.min(words.length, 4)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = hexadecimal(words[i].replace("#", ""));
        }
        return parts;
    }

    private static int hexadecimal(String word) {
        try {
            return Integer.parseInt(word, 16);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static int channel(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    private static int mixed(double ink, double black) {
        return channel(255 * (1 - Math.clamp(ink / 255, 0, 1)) * (1 - Math.clamp(black / 255, 0, 1)));
    }
}
