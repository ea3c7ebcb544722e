package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads Excel workbooks (.xlsx, .xlsm) straight from their XML, sheet by sheet. Formulas are never worked out: what
/// counts is the result that the file holds, as Excel shows it.
final class XlsxImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) throws IOException {
        try (Parts parts = Parts.of(file)) {
            return read(parts, new Sheets(file));
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }

    /// A sheet as the workbook lists it.
    private record Listed(String name, String id, boolean isHidden) {}

    private static Reading read(Parts parts, Sheets sheets) throws IOException {
        String main = parts.mainPart("xl/workbook.xml");
        if (main.endsWith(".bin")) {
            throw new Unreadable(
                    "The workbook is saved in Excel's binary format (.xlsb).",
                    "Open it in Excel, save it as .xlsx, then import that copy.");
        }
        List<Listed> listed = new ArrayList<>();
        boolean from1904 = false;
        try (Xml xml = parts.xml(main).orElseThrow()) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.name().equals("sheets")) {
                    while (xml.child(2)) {
                        listed.add(new Listed(
                                xml.attribute("name"),
                                xml.attribute("id"),
                                xml.attribute("state")
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains("hidden")));
                    }
                }
            }
        }
        List<Parts.Relation> relations = parts.relations(main);
        List<String> strings = strings(parts, relations);
        XlsxCells cells = new XlsxCells(strings, patterns(parts, relations), new Shown(from1904), sheets);
        Embedded embedded = new Embedded();
        for (Listed one : listed) {
            Optional<Parts.Relation> relation = relations.stream()
                    .filter(it -> it.id().equals(one.id()) && it.is("worksheet"))
                    .findFirst();
            if (relation.isPresent() && sheets.takes(one.isHidden())) {
                Optional<Xml> part = parts.xml(relation.get().target());
                if (part.isEmpty()) {
                    throw new Unreadable(
                            "The file is damaged: the sheet “" + one.name() + "” is missing.",
                            "Open it in Excel or WPS, save it again, then import that copy.");
                }
                try (Xml xml = part.get()) {
                    sheets.add(cells.sheet(one.name(), xml));
                }
                embedded.look(parts, parts.relations(relation.get().target()));
            }
        }
        sheets.remark(embedded.remark());
        return sheets.reading();
    }

    private static List<String> strings(Parts parts, List<Parts.Relation> relations) throws IOException {
        List<String> strings = new ArrayList<>();
        Optional<Xml> part = part(parts, relations, "sharedStrings");
        if (part.isPresent()) {
            try (Xml xml = part.get()) {
                StringBuilder words = new StringBuilder();
                xml.root();
                while (xml.child(1)) {
                    words.setLength(0);
                    XlsxCells.rich(xml, words);
                    strings.add(XlsxCells.unescaped(words.toString()));
                }
            }
        }
        return strings;
    }

    /// The pattern in which each cell style shows figures.
    private static List<String> patterns(Parts parts, List<Parts.Relation> relations) throws IOException {
        Map<Integer, String> own = new HashMap<>();
        List<String> patterns = new ArrayList<>();
        Optional<Xml> part = part(parts, relations, "styles");
        if (part.isPresent()) {
            try (Xml xml = part.get()) {
                xml.root();
                while (xml.child(1)) {
                    if (xml.name().equals("numFmts")) {
                        while (xml.child(2)) {
                            own.put(xml.number("numFmtId", -1), xml.attribute("formatCode"));
                        }
                    } else if (xml.name().equals("cellXfs")) {
                        while (xml.child(2)) {
                            int number = xml.number("numFmtId", 0);
                            String pattern = own.get(number);
                            patterns.add(pattern == null ? Shown.builtin(number) : pattern);
                        }
                    }
                }
            }
        }
        return patterns;
    }

    private static Optional<Xml> part(Parts parts, List<Parts.Relation> relations, String kind) throws IOException {
        Optional<String> name = Parts.target(relations, kind);
        return name.isPresent() ? parts.xml(name.get()) : Optional.empty();
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }
}
