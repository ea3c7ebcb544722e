package gewu.importweb;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Counts the items of one numbered list and writes their labels as browsers show them. For one thread.
final class ItemLabel {
    /// A number that the author wrote: the label of the list would be a second one, which the style of the site hides.
    private static final Pattern WRITTEN = Pattern.compile(
            "^([（(]\\s*([一二三四五六七八九十百]{1,4}|\\d{1,3})\\s*[)）]|([一二三四五六七八九十百]{1,4}|\\d{1,3})\\s*[、.．)）](?!\\d)|[①-⑳⑴-⒛㈠-㈩]|第[一二三四五六七八九十百\\d]{1,4}[条章节、])");

    private static final String[] ONES = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMANS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int FARTHEST = 1_000_000;

    private final Element list;
    private final int step;
    private int next;

    ItemLabel(Element list) {
        this.list = list;
        this.step = list.hasAttr("reversed") ? -1 : 1;
        int first = step > 0
                ? 1
                : (int) list.children().stream()
                        .filter(it -> Looks.name(it).equals("li"))
                        .count();
        this.next = number(list.attr("start"), first);
    }

    /// Whether words begin with a number that their author wrote.
    static boolean isWritten(String words) {
        return WRITTEN.matcher(words).find();
    }

    /// The label of the next item, with the space that parts it from the words; empty if it shows none.
    String next(Element item) {
        int number = number(item.attr("value"), next);
        next = number + step;
        String style = style(item);
        return switch (style.isEmpty() ? style(list) : style) {
            case "none", "disc", "circle", "square" -> "";
            case "a", "lower-alpha", "lower-latin" -> letters(number).toLowerCase(Locale.ROOT) + ". ";
            case "A", "upper-alpha", "upper-latin" -> letters(number) + ". ";
            case "i", "lower-roman" -> roman(number).toLowerCase(Locale.ROOT) + ". ";
            case "I", "upper-roman" -> roman(number) + ". ";
            case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal" ->
                chinese(number) + "、";
            case "decimal-leading-zero" -> (number >= 0 && number < 10 ? "0" : "") + number + ". ";
            default -> number + ". ";
        };
    }

    /// How a list or an item is labelled, as far as it tells itself.
    private static String style(Element element) {
        for (String declaration : element.attr("style").split(";", -1)) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2 && parts[0].strip().matches("(?i)list-style(-type)?")) {
                for (String word : parts[1].strip().toLowerCase(Locale.ROOT).split("\\s+")) {
                    if (!word.matches("inside|outside|url\\(.*|!important")) {
                        return word;
                    }
                }
            }
        }
        return element.attr("type").strip();
    }

    private static int number(String digits, int otherwise) {
        String stripped = digits.strip();
        return stripped.matches("[+-]?\\d{1,6}") ? Integer.parseInt(stripped) : otherwise;
    }

    private static String letters(int number) {
        if (number < 1 || number > FARTHEST) {
            return Integer.toString(number);
        }
        StringBuilder letters = new StringBuilder();
        for (int left = number; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    private static String roman(int number) {
        if (number < 1 || number > 3_999) {
            return Integer.toString(number);
        }
        StringBuilder words = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMANS.length; i++) {
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i]) {
                words.append(ROMANS[i]);
            }
        }
        return words.toString();
    }

    private static String chinese(int number) {
        if (number < 1 || number > 99) {
            return Integer.toString(number);
        }
        int tens = number / 10;
        String ten = tens == 0 ? "" : tens == 1 ? "十" : ONES[tens] + "十";
        return ten + ONES[number % 10];
    }
}
