package gewu.importoffice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/// Figures and dates as Excel shows them in China. For one thread.
final class Shown {
    /// Formats whose look depends on the country, by their number in the file.
    private static final Map<Integer, String> CHINESE = chinese();

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final Map<String, String> cleaned = new HashMap<>();
    private final boolean from1904;

    /// @param from1904 whether the workbook counts days from 1904
    Shown(boolean from1904) {
        this.from1904 = from1904;
    }

    /// The pattern of a format that files name by number only.
    static String builtin(int number) {
        String chinese = CHINESE.get(number);
        if (chinese != null) {
            return chinese;
        }
        String usual = number < 0 ? null : BuiltinFormats.getBuiltinFormat(number);
        return usual == null ? "General" : usual;
    }

    /// What a cell shows.
    ///
    /// @param pattern Excel's
    String number(double value, String pattern) {
        if (pattern.equals("General") || pattern.equals("@")) {
            boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e11;
            return isWhole
                    ? Long.toString((long) value)
                    : formatter.formatRawCellContents(value, 0, "General", from1904);
        }
        String its = cleaned.computeIfAbsent(pattern, Shown::clean);
        int digits = chineseDigits(pattern);
        String text =
                formatter.formatRawCellContents(value, DateUtil.isADateFormat(200, its) ? 200 : 199, its, from1904);
        return digits == 0 ? text.strip() : inChinese(text.strip(), digits == 2, its);
    }

    private static String clean(String pattern) {
        String plain =
                pattern.replaceAll("\\[DBNum\\d]", "").replace("上午/下午", "AM/PM").replace("[$-F800]", "");
        // the library leaves the quotation marks of yyyy"年"m"月" in dates
        return DateUtil.isADateFormat(200, plain) ? plain.replaceAll("\"([^\"a-zA-Z]*)\"", "$1") : plain;
    }

    private static int chineseDigits(String pattern) {
        int at = pattern.indexOf("[DBNum");
        return at < 0 || at + 6 >= pattern.length() ? 0 : Math.clamp(pattern.charAt(at + 6) - '0', 0, 3) % 3;
    }

    /// 2023年5月31日 is 二〇二三年五月三十一日: years figure by figure, all else as a count.
    private static String inChinese(String text, boolean isLegal, String pattern) {
        boolean isDate = DateUtil.isADateFormat(200, pattern);
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end == at) {
                words.append(text.charAt(at++));
                continue;
            }
            String figures = text.substring(at, end);
            boolean isCount = figures.length() < (isDate ? 4 : 5) && (at == 0 || text.charAt(at - 1) != '.');
            String format = isLegal ? "chineseLegalSimplified" : "chineseCountingThousand";
            if (isCount) {
                words.append(Numeral.of(format, Integer.parseInt(figures)));
            } else {
                for (char c : figures.toCharArray()) {
                    words.append(Numeral.of(isLegal ? format : "ideographDigital", c - '0'));
                }
            }
            at = end;
        }
        return words.toString();
    }

    private static Map<Integer, String> chinese() {
        Map<Integer, String> formats = new HashMap<>();
        formats.put(14, "yyyy/m/d");
        formats.put(22, "yyyy/m/d h:mm");
        for (int month : new int[] {27, 36, 50, 52, 57}) {
            formats.put(month, "yyyy\"年\"m\"月\"");
        }
        for (int day : new int[] {28, 29, 51, 53, 54, 58}) {
            formats.put(day, "m\"月\"d\"日\"");
        }
        formats.put(30, "m-d-yy");
        formats.put(31, "yyyy\"年\"m\"月\"d\"日\"");
        formats.put(32, "h\"时\"mm\"分\"");
        formats.put(33, "h\"时\"mm\"分\"ss\"秒\"");
        formats.put(34, "AM/PM h\"时\"mm\"分\"");
        formats.put(35, "AM/PM h\"时\"mm\"分\"ss\"秒\"");
        formats.put(55, "AM/PM h\"时\"mm\"分\"");
        formats.put(56, "AM/PM h\"时\"mm\"分\"ss\"秒\"");
        return Map.copyOf(formats);
    }
}
