package gewu.api.report;

import gewu.api.Label;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that is known about a report, and why.
///
/// @param value      as people write it; a kind by its id, dates as `2024-02-20` or `2024-02`
/// @param passage    where the report says so; empty unless the words of the report support it
/// @param confidence from 0 to 1
public record Fact(Field field, String value, Origin origin, Optional<Passage> passage, double confidence) {
    /// What the fact is about.
    public enum Field {
        TITLE("标题", "title"),
        ORG("单位", "organisation"),
        REGION("地区", "region"),
        PROVINCE("省", "province"),
        CITY("市", "city"),
        COUNTY("县区", "county"),
        YEAR("年度", "year"),
        KIND("类型", "kind"),
        NUMBER("文号", "document number"),
        DATE("日期", "date");

        private final Label label;

        Field(String zh, String en) {
            this.label = new Label(zh, en);
        }

        public Label label() {
            return label;
        }

        /// The name used in JSON and on the command line.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The field that `word` names: its id or its Chinese label.
        public static Optional<Field> named(String word) {
            return Stream.of(values())
                    .filter(it ->
                            it.id().equalsIgnoreCase(word) || it.label.zh().equals(word))
                    .findFirst();
        }
    }

    /// Who says so.
    public enum Origin {
        /// A person; wins over all others.
        PERSON("人工", "a person"),
        /// A rule of a folder the file stands in; wins over the text.
        RULE("规则", "a rule"),
        /// The report itself; the passage shows where.
        TEXT("正文", "the text"),
        /// The name of the file.
        FILE_NAME("文件名", "the file name"),
        /// It follows from other facts, such as a province from its city.
        CONCLUDED("推得", "concluded");

        private final Label label;

        Origin(String zh, String en) {
            this.label = new Label(zh, en);
        }

        public Label label() {
            return label;
        }

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
