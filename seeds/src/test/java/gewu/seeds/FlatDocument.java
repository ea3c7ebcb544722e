package gewu.seeds;

import gewu.seeds.Manuscript.Block;
import gewu.seeds.Manuscript.Cell;
import gewu.seeds.Manuscript.Grid;
import gewu.seeds.Manuscript.Words;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes a manuscript as a flat OpenDocument text, laid out as official papers are: A4, 22 lines of 28 characters, a
/// running head, page numbers between dashes, headings with styles, ruled tables whose heads repeat on the next page.
final class FlatDocument {
    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
             xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
             office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
            <office:font-face-decls>
             <style:font-face style:name="song" svg:font-family="'Noto Serif CJK SC'"/>
             <style:font-face style:name="hei" svg:font-family="'Noto Sans CJK SC'"/>
             <style:font-face style:name="roman" svg:font-family="'Liberation Serif'"/>
            </office:font-face-decls>
            <office:styles>
             <style:default-style style:family="paragraph">
              <style:paragraph-properties style:text-autospace="none" style:punctuation-wrap="simple" style:line-break="strict" fo:hyphenation-ladder-count="no-limit"/>
              <style:text-properties style:font-name="roman" style:font-name-asian="song" fo:font-size="16pt" style:font-size-asian="16pt"
               fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/>
             </style:default-style>
             <style:style style:name="Standard" style:family="paragraph">
              <style:paragraph-properties fo:line-height="28pt" fo:text-align="justify" fo:text-indent="32pt" fo:orphans="1" fo:widows="1"/>
             </style:style>
             <style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">
              <style:paragraph-properties fo:text-align="center" fo:text-indent="0pt" fo:margin-bottom="28pt" fo:line-height="36pt"/>
              <style:text-properties style:font-name-asian="hei" fo:font-size="18pt" style:font-size-asian="18pt"/>
             </style:style>
             %s
             <style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard">
              <style:paragraph-properties fo:text-align="center" fo:text-indent="0pt" fo:margin-top="14pt" fo:keep-with-next="always"/>
              <style:text-properties style:font-name-asian="hei" fo:font-size="14pt" style:font-size-asian="14pt"/>
             </style:style>
             <style:style style:name="Cell" style:family="paragraph">
              <style:paragraph-properties fo:text-align="left" fo:line-height="18pt"/>
              <style:text-properties fo:font-size="12pt" style:font-size-asian="12pt"/>
             </style:style>
             <style:style style:name="CellHead" style:family="paragraph" style:parent-style-name="Cell">
              <style:paragraph-properties fo:text-align="center"/>
              <style:text-properties style:font-name-asian="hei"/>
             </style:style>
             <style:style style:name="Margin" style:family="paragraph">
              <style:paragraph-properties fo:text-align="center"/>
              <style:text-properties fo:font-size="10.5pt" style:font-size-asian="10.5pt"/>
             </style:style>
            </office:styles>
            <office:automatic-styles>
             <style:style style:name="TitleOnNewPage" style:family="paragraph" style:parent-style-name="Title">
              <style:paragraph-properties fo:break-before="page"/></style:style>
             <style:style style:name="StandardOnNewPage" style:family="paragraph" style:parent-style-name="Standard">
              <style:paragraph-properties fo:break-before="page"/></style:style>
             <style:style style:name="CaptionOnNewPage" style:family="paragraph" style:parent-style-name="Caption">
              <style:paragraph-properties fo:break-before="page"/></style:style>
             <style:style style:name="Ruled" style:family="table">
              <style:table-properties style:width="15.6cm" table:align="margins" style:may-break-between-rows="true"/></style:style>
             %s
             <style:style style:name="Row" style:family="table-row">
              <style:table-row-properties fo:keep-together="always" style:min-row-height="24pt"/></style:style>
             <style:style style:name="Box" style:family="table-cell">
              <style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm" style:vertical-align="middle"/></style:style>
             <style:page-layout style:name="a4">
              <style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="2cm"
               fo:margin-left="2.8cm" fo:margin-right="2.6cm"/>
              <style:header-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-bottom="0.6cm"/></style:header-style>
              <style:footer-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-top="0.6cm"/></style:footer-style>
             </style:page-layout>
            </office:automatic-styles>
            <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4">
             <style:header><text:p text:style-name="Margin">%s</text:p></style:header>
             <style:footer><text:p text:style-name="Margin">— <text:page-number text:select-page="current"/> —</text:p></style:footer>
            </style:master-page></office:master-styles>
            <office:body><office:text>
            """;

    private static final String HEADING = """
            <style:style style:name="Heading_20_%1$d" style:display-name="Heading %1$d" style:family="paragraph"
              style:parent-style-name="Standard" style:default-outline-level="%1$d">
             <style:paragraph-properties fo:text-indent="32pt" fo:keep-with-next="always"/><style:text-properties style:font-name-asian="%2$s"/></style:style>
            """;

    private static final String COLUMN = """
            <style:style style:name="%s" style:family="table-column">
             <style:table-column-properties style:column-width="%.2fcm"/></style:style>
            """;
    private static final double TABLE_WIDTH = 15.6;

    private final StringBuilder xml = new StringBuilder();
    private final NavigableMap<Integer, String> marks;
    private int visible;
    private int page = 1;

    private FlatDocument(NavigableMap<Integer, String> marks) {
        this.marks = new TreeMap<>(marks);
    }

    /// @param head what stands at the top of each page
    static String of(Manuscript manuscript, String head) {
        return of(manuscript, head, new TreeMap<>());
    }

    /// Writes a manuscript with a bookmark before some visible characters, and a last page that lists each bookmark
    /// with the page it came to stand on: the office program itself says where the words are.
    ///
    /// @param marks names of bookmarks by how many visible characters stand before them
    static String of(Manuscript manuscript, String head, NavigableMap<Integer, String> marks) {
        FlatDocument document = new FlatDocument(marks);
        String headings = HEADING.formatted(1, "hei") + HEADING.formatted(2, "song") + HEADING.formatted(3, "song");
        String columns = manuscript.blocks().stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .map(FlatDocument::columns)
                .collect(Collectors.joining());
        document.xml.append(STYLES.formatted(headings, columns, escaped(head)));
        List<Block> blocks = manuscript.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Words words ->
                    document.paragraph(words, i + 1 < blocks.size() && blocks.get(i + 1) instanceof Grid);
                case Grid grid -> document.table(grid);
            }
        }
        if (!marks.isEmpty()) {
            document.listOfMarks(marks);
        }
        return document.xml
                .append("</office:text></office:body></office:document>")
                .toString();
    }

    private void paragraph(Words words, boolean isCaption) {
        String style = words.level() < 0 || visible == 0 ? "Title" : isCaption ? "Caption" : "Standard";
        boolean isNewPage = words.page() > page;
        page = words.page();
        if (words.level() > 0) {
            xml.append("<text:h text:style-name=\"Heading_20_%1$d\" text:outline-level=\"%1$d\">"
                    .formatted(words.level()));
            say(words.words());
            xml.append("</text:h>\n");
        } else {
            open(style + (isNewPage ? "OnNewPage" : ""));
            say(words.words());
            xml.append("</text:p>\n");
        }
    }

    private void open(String style) {
        xml.append("<text:p text:style-name=\"").append(style).append("\">");
    }

    private void table(Grid grid) {
        xml.append("<table:table table:style-name=\"Ruled\">");
        for (int column = 1; column <= grid.columns(); column++) {
            xml.append("<table:table-column table:style-name=\"%s\"/>".formatted(nameOf(grid, column)));
        }
        for (int row = 1; row <= grid.rows(); row++) {
            xml.append(row == 1 ? "<table:table-header-rows>" : "");
            xml.append("<table:table-row table:style-name=\"Row\">");
            for (int column = 1; column <= grid.columns(); column++) {
                cell(grid, row, column);
            }
            xml.append("</table:table-row>\n");
            xml.append(row == grid.heads() ? "</table:table-header-rows>" : "");
        }
        xml.append("</table:table>\n");
    }

    private static String columns(Grid grid) {
        double all = IntStream.rangeClosed(1, grid.columns())
                .mapToDouble(it -> share(grid, it))
                .sum();
        return IntStream.rangeClosed(1, grid.columns())
                .mapToObj(it -> COLUMN.formatted(nameOf(grid, it), TABLE_WIDTH * share(grid, it) / all))
                .collect(Collectors.joining());
    }

    private static String nameOf(Grid grid, int column) {
        return "Table%08xColumn%d".formatted(grid.hashCode(), column);
    }

    /// A column with long cells is wide, but not as many times as they are long.
    private static double share(Grid grid, int column) {
        int longest = grid.cells().stream()
                .filter(it -> it.column() == column && it.columns() == 1)
                .mapToInt(it -> it.words().length())
                .max()
                .orElse(1);
        return Math.clamp(Math.sqrt(longest), 2, 10);
    }

    private void cell(Grid grid, int row, int column) {
        for (Cell cell : grid.cells()) {
            if (cell.row() == row && cell.column() == column) {
                xml.append(
                        "<table:table-cell table:style-name=\"Box\" table:number-rows-spanned=\"%d\" table:number-columns-spanned=\"%d\">"
                                .formatted(cell.rows(), cell.columns()));
                open(cell.head() ? "CellHead" : "Cell");
                say(cell.words());
                xml.append("</text:p></table:table-cell>");
                return;
            }
        }
        xml.append("<table:covered-table-cell/>");
    }

    private void say(String words) {
        for (char c : words.toCharArray()) {
            if (!Character.isWhitespace(c) && c != '\u3000') {
                while (!marks.isEmpty() && marks.firstKey() <= visible) {
                    for (String name : marks.pollFirstEntry().getValue().split(" ")) {
                        xml.append("<text:bookmark text:name=\"").append(name).append("\"/>");
                    }
                }
                visible++;
            }
            xml.append(c == ' ' && xml.charAt(xml.length() - 1) == ' ' ? "<text:s/>" : escaped(String.valueOf(c)));
        }
    }

    private void listOfMarks(NavigableMap<Integer, String> all) {
        boolean isFirst = true;
        for (String names : all.values()) {
            for (String name : names.split(" ")) {
                open(isFirst ? "StandardOnNewPage" : "Standard");
                isFirst = false;
                xml.append(name)
                        .append("=<text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"")
                        .append(name)
                        .append("\">?</text:bookmark-ref></text:p>\n");
            }
        }
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
