package gewu.importoffice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/// The lists of an old Word document: which label stands before each item. For one thread; items come in the order of
/// the text.
final class DocLists {
    /// Word's names of the ways to write numbers, by the code in the file.
    private static final List<String> FORMATS = List.of(
            ("decimal upperRoman lowerRoman upperLetter lowerLetter ordinal decimal ordinal hex chicago ideographDigital"
                            + " japaneseCounting aiueo iroha decimalFullWidth decimal japaneseLegal japaneseDigitalTenThousand"
                            + " decimalEnclosedCircle decimalFullWidth2 aiueo iroha decimalZero bullet ganada chosung"
                            + " decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle"
                            + " ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting"
                            + " ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting"
                            + " chineseLegalSimplified chineseCountingThousand ideographDigital")
                    .split(" "));

    private final HWPFDocument document;
    private final Map<Integer, Numbering> known = new HashMap<>();
    private final ListCounter counter = new ListCounter();

    private record Numbering(String list, List<ListLevel> levels, Map<Integer, Integer> restarts) {}

    DocLists(HWPFDocument document) {
        this.document = document;
    }

    /// The label of a paragraph, with the space that parts it from the words; empty if it is no item of a list.
    String label(Paragraph paragraph) {
        if (!paragraph.isInList() || document.getListTables() == null) {
            return "";
        }
        int instance = paragraph.getIlfo();
        Numbering its = known.computeIfAbsent(instance, _ -> numbering(paragraph));
        return counter.next(its.list(), Integer.toString(instance), its.restarts(), its.levels(), paragraph.getIlvl());
    }

    private static Numbering numbering(Paragraph paragraph) {
        HWPFList list;
        try {
            list = paragraph.getList();
        } catch (NoSuchElementException unknown) {
            return new Numbering(
                    "", List.of(), Map.of()); // items of a list that the file does not describe have no label
        }
        List<ListLevel> levels = new ArrayList<>();
        Map<Integer, Integer> restarts = new HashMap<>();
        int count =
                Math.min(9, list.getListData() == null ? 0 : list.getListData().numLevels());
        for (char level = 0; level < count; level++) {
            String follower = list.getTypeOfCharFollowingTheNumber(level) == 2 ? "nothing" : "tab";
            int start = list.getListData().getLevel(level + 1).getStartAt();
            levels.add(new ListLevel(
                    start,
                    format(list.getNumberFormat(level)),
                    pattern(list.getNumberText(level)),
                    follower,
                    -1,
                    false));
            if (list.isStartAtOverridden(level)) {
                restarts.put((int) level, list.getStartAt(level));
            }
        }
        return new Numbering(Integer.toString(list.getLsid()), levels, restarts);
    }

    private static String format(int code) {
        return code == 255 ? "none" : code >= 0 && code < FORMATS.size() ? FORMATS.get(code) : "decimal";
    }

    /// The file writes the number of the first level as the character 0, and so on.
    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        for (char c : (text == null ? "" : text).toCharArray()) {
            if (c < 9) {
                pattern.append('%').append(c + 1);
            } else {
                pattern.append(c);
            }
        }
        return pattern.toString();
    }
}
