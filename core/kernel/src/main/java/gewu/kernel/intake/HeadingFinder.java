package gewu.kernel.intake;

import gewu.api.report.CleanText;
import gewu.api.report.SectionRole;
import gewu.kernel.intake.LineJoiner.Block;
import gewu.kernel.intake.Numbering.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells headings from numbered items of a list.
///
/// A heading titles what follows: it is a short line of its own, or the short first sentence of its
/// paragraph. Duties (`承办…的其他事项。`), rows of tables and tables of contents are numbered too and title nothing.
/// Two rules look beyond the line: where one item of a run titles its text, its brothers are headings too,
/// and the numbered items under problems and remedies are always headings, since they are what a supervisor
/// points to.
final class HeadingFinder {
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_OUTER_TITLE = 45;
    private static final int LONGEST_SLOGAN = 26;
    private static final int LONGEST_CLAUSE = 60;
    private static final int LOOK = 240;

    /// What stands between an entry of a table of contents and its page, the page included.
    private static final Signs LEADER = Signs.of(".…·。:0123456789 ");

    private static final Signs DOTS = Signs.of(".…·．-—_ \t");

    /// All signs that end a sentence or a clause, or enclose one.
    private static final Signs STRUCTURE = Signs.of("(《“〈「[【)》”〉」]】。;!?:.,");

    private final String text;
    private final List<Block> blocks;

    HeadingFinder(String text, List<Block> blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    /// A heading.
    ///
    /// @param block     index of the paragraph that it opens
    /// @param opensWith the number with which its run of brothers begins, items that are no headings included
    /// @param end       where its words end in the source
    /// @param says      what its words say
    /// @param around    index in the list of headings of the problems or remedies it stands under; -1
    /// elsewhere
    record Heading(
            int block,
            Shape shape,
            int value,
            int opensWith,
            String label,
            String words,
            int end,
            Optional<HeadingWords.Reading> says,
            int around) {}

    /// What the first words of a numbered paragraph look like.
    private enum Form {
        /// The whole paragraph is a title.
        ALONE,
        /// The first sentence is a title.
        RUN_IN,
        /// Neither.
        STATEMENT
    }

    /// A numbered paragraph.
    ///
    /// @param words     the title, or the first clause of a statement
    /// @param end       where these words end in the source
    /// @param clause    the words up to the first comma
    /// @param clauseEnd where these end in the source
    /// @param rest      how many clean characters follow the title
    /// @param lead      whether the title ends with a colon
    /// @param says      what the title says; nothing for a statement
    private record Item(
            int block,
            Numbering numbering,
            Form form,
            String words,
            int end,
            String clause,
            int clauseEnd,
            int rest,
            boolean lead,
            Optional<HeadingWords.Reading> says) {
        Shape shape() {
            return numbering.shape();
        }

        int rank() {
            return numbering.shape().rank();
        }
    }

    /// Numbered paragraphs of one shape that follow each other in one place.
    private static final class Run {
        final List<Item> items = new ArrayList<>();
        final boolean inDuties;

        /// Index of the zone of problems or remedies it stands in; -1 elsewhere.
        final int zone;

        Run(boolean inDuties, int zone) {
            this.inDuties = inDuties;
            this.zone = zone;
        }

        /// How many items plainly title their text; -1 before they are counted.
        int clear = -1;

        boolean hasStatement;

        void add(Item item) {
            items.add(item);
            hasStatement |= item.form() == Form.STATEMENT;
        }

        Item last() {
            return items.getLast();
        }
    }

    /// The stretch under a heading that promises problems, causes or remedies.
    private static final class Zone {
        final Item head;
        int restarted;

        Zone(Item head) {
            this.head = head;
        }
    }

    /// All headings in reading order.
    List<Heading> find() {
        Map<Integer, Run> runOf = new HashMap<>();
        List<Item> items = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        collect(items, runOf, zones);
        List<Heading> headings = new ArrayList<>();
        Map<Integer, Integer> headingOf = new HashMap<>();
        for (Item item : items) {
            Run run = runOf.get(item.block());
            if (run != null && !isHeading(item, run)) {
                continue;
            }
            int zone = run == null ? -1 : run.zone;
            int around =
                    zone < 0 ? -1 : headingOf.getOrDefault(zones.get(zone).head.block(), -1);
            headingOf.put(item.block(), headings.size());
            Numbering numbering = item.numbering();
            String label = text.substring(numbering.start(), numbering.end()).strip();
            int opensWith = run == null ? 0 : run.items.getFirst().numbering().value();
            boolean isClause = run != null && speaksInSentences(item, run);
            headings.add(new Heading(
                    item.block(),
                    item.shape(),
                    numbering.value(),
                    opensWith,
                    label,
                    isClause ? item.clause() : item.words(),
                    isClause ? item.clauseEnd() : item.end(),
                    isClause || item.form() == Form.STATEMENT ? HeadingWords.read(item.clause()) : item.says(),
                    around));
        }
        return headings;
    }

    private void collect(List<Item> items, Map<Integer, Run> runOf, List<Zone> zones) {
        Map<String, Integer> lastSeen = new HashMap<>();
        boolean hasContents = findContents(lastSeen);
        boolean inContents = false;
        Deque<Run> open = new ArrayDeque<>();
        Deque<Integer> openZones = new ArrayDeque<>();
        int dutyRank = -1;
        int lastRank = Integer.MAX_VALUE;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (hasContents && isContentsTitle(block)) {
                inContents = true;
                continue;
            }
            inContents = inContents && isListedBelow(block, i, lastSeen);
            Numbering numbering = block.first().numbering();
            if (numbering == null || inContents || block.first().kind() != Line.Kind.TEXT || endsWithPage(block)) {
                dutyRank = numbering == null && leadsToDuties(block) ? lastRank : dutyRank;
                Item chapter = numbering == null && !inContents ? unnumbered(i) : null;
                if (chapter != null) {
                    items.add(chapter);
                    open.clear();
                    closeZones(openZones, zones, chapter);
                    openZone(openZones, zones, chapter);
                    dutyRank = -1;
                    lastRank = chapter.rank();
                }
                continue;
            }
            Item item = item(i, numbering);
            if (isStray(item, i, open)) {
                continue;
            }
            while (!open.isEmpty() && open.peek().last().rank() > item.rank()) {
                open.pop();
            }
            if (item.rank() <= dutyRank) {
                dutyRank = -1;
            }
            closeZones(openZones, zones, item);
            int zone = openZones.isEmpty() ? -1 : openZones.peek();
            Run top = open.peek();
            if (top == null || !joins(top, item, zone)) {
                top = new Run(dutyRank >= 0, zone);
                open.push(top);
            }
            top.add(item);
            runOf.put(i, top);
            items.add(item);
            lastRank = item.rank();
            if (item.form() != Form.STATEMENT && isDutyTitle(item.words()) || leadsToDuties(block)) {
                dutyRank = item.rank();
            }
            openZone(openZones, zones, item);
        }
    }

    private boolean isHeading(Item item, Run run) {
        if (run.zone >= 0) {
            return true;
        }
        if (run.inDuties) {
            return item.form() != Form.STATEMENT && HeadingWords.isPlainTitle(item.words());
        }
        if (run.clear < 0) {
            run.clear = (int) run.items.stream().filter(this::isClear).count();
        }
        return run.clear * 4 >= run.items.size() && run.clear > 0;
    }

    /// Where a brother is a sentence, the first sentence of an item is one too, and its first clause names
    /// it; so does the first clause of a long problem or remedy.
    private static boolean speaksInSentences(Item item, Run run) {
        boolean mayBeSentence = item.form() == Form.RUN_IN
                && item.shape().isDigit()
                && item.words().length() > 16
                && item.words().indexOf(',') > 0;
        return mayBeSentence && (run.zone >= 0 && item.words().length() > 20 || run.hasStatement);
    }

    private boolean isClear(Item item) {
        boolean isOuter = item.rank() <= Shape.HAN_IN_BRACKETS.rank();
        return switch (item.form()) {
            case STATEMENT -> false;
            case RUN_IN ->
                item.rest() >= (item.lead() && !HeadingWords.isPlainTitle(item.words()) ? 30 : 2)
                        && !HeadingWords.isLead(item.words())
                        && (isOuter
                                || !HeadingWords.isDuty(item.words())
                                || item.words().length() <= 12);
            case ALONE ->
                isOuter
                        || HeadingWords.isPlainTitle(item.words())
                        || hasBody(item.block(), item.numbering())
                                && !(HeadingWords.isDuty(item.words())
                                        && item.words().length() > 16);
        };
    }

    /// Whether something stands under the title: text, or items of another shape.
    private boolean hasBody(int block, Numbering numbering) {
        int next = block + 1;
        if (next >= blocks.size()) {
            return false;
        }
        Line line = blocks.get(next).first();
        if (line.numbering() != null) {
            return line.numbering().shape().rank() > numbering.shape().rank();
        }
        return line.kind() == Line.Kind.TEXT && blocks.get(next).end() - line.start() >= 8;
    }

    /// A numbering that is only a cell of a table, or a figure.
    private boolean isStray(Item item, int block, Deque<Run> open) {
        if (item.numbering().glued()) {
            boolean follows = open.stream()
                    .anyMatch(run -> run.last().shape().isDigit()
                            && run.last().numbering().value() + 1
                                    == item.numbering().value());
            return !follows || item.form() == Form.STATEMENT || !HeadingWords.endsAsTitle(item.words());
        }
        boolean behindTable = block > 0 && blocks.get(block - 1).first().kind() == Line.Kind.ROW;
        if (!behindTable
                || item.rank() <= Shape.HAN_IN_BRACKETS.rank()
                || item.numbering().value() == 1) {
            return false;
        }
        return open.stream().noneMatch(run -> run.last().shape() == item.shape());
    }

    private static boolean joins(Run run, Item item, int zone) {
        Item last = run.last();
        boolean isSameShape = last.shape() == item.shape()
                || last.shape().isDigit() && item.shape().isDigit();
        boolean restarts = item.numbering().value() == 1 && last.numbering().value() >= 1;
        return isSameShape && run.zone == zone && (!restarts || item.rank() < Shape.DIGIT_AND_DUN.rank());
    }

    // ---- zones of problems and remedies

    private static void closeZones(Deque<Integer> open, List<Zone> zones, Item item) {
        while (!open.isEmpty()) {
            Zone zone = zones.get(open.peek());
            if (item.rank() > zone.head.rank()) {
                return;
            }
            boolean isSame = item.rank() == zone.head.rank() && item.shape() != Shape.NONE;
            int value = item.numbering().value();
            boolean restarts = isSame && item.shape().isDigit() && value == 1;
            boolean continues = isSame
                    && zone.restarted > 0
                    && value == zone.restarted + 1
                    && promises(item).isEmpty();
            boolean isText =
                    isSame && item.form() == Form.STATEMENT && item.shape().isDigit();
            if (restarts || continues || isText) {
                zone.restarted = value;
                return;
            }
            open.pop();
        }
    }

    private static void openZone(Deque<Integer> open, List<Zone> zones, Item item) {
        if (promises(item).isPresent()) {
            open.push(zones.size());
            zones.add(new Zone(item));
        }
    }

    private static Optional<SectionRole> promises(Item item) {
        if (item.form() == Form.STATEMENT) {
            return Optional.empty();
        }
        return item.says()
                .filter(it -> it.plainness() == HeadingWords.Plainness.WHOLE
                        || it.plainness() == HeadingWords.Plainness.HEAD && item.rank() <= Shape.HAN_IN_BRACKETS.rank())
                .map(HeadingWords.Reading::role)
                .filter(role ->
                        role == SectionRole.PROBLEMS || role == SectionRole.REMEDIES || role == SectionRole.CAUSES);
    }

    // ---- duties

    private boolean leadsToDuties(Block block) {
        char last = text.charAt(block.end() - 1);
        return (last == '：' || last == ':')
                && isDutyTitle(text.substring(Math.max(block.first().start(), block.end() - 14), block.end()));
    }

    private static boolean isDutyTitle(String words) {
        return words.contains("职责") || words.contains("职能") || words.contains("主要任务");
    }

    // ---- tables of contents

    private boolean isContentsTitle(Block block) {
        return block.end() - block.first().start() <= 6
                && CleanText.of(text, block.first().start(), block.end()).text().equals("目录");
    }

    /// Notes where each short line stands last, if the text has a table of contents.
    private boolean findContents(Map<String, Integer> lastSeen) {
        boolean has = false;
        for (int i = 0; i < Math.min(blocks.size(), 60); i++) {
            has |= isContentsTitle(blocks.get(i));
        }
        if (has) {
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i).end() - blocks.get(i).first().start() <= 60) {
                    lastSeen.put(entry(blocks.get(i)), i);
                }
            }
        }
        return has;
    }

    private boolean isListedBelow(Block block, int index, Map<String, Integer> lastSeen) {
        return endsWithPage(block)
                || block.first().kind() == Line.Kind.ALONE
                || lastSeen.getOrDefault(entry(block), -1) > index;
    }

    private String entry(Block block) {
        String words = CleanText.of(text, block.first().start(), block.end()).text();
        int end = words.length();
        while (end > 0 && LEADER.has(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end);
    }

    /// `一、部门概况……3`
    private boolean endsWithPage(Block block) {
        int end = block.end();
        int at = end;
        while (at > block.first().start() && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9' && end - at < 4) {
            at--;
        }
        int dots = at;
        if (dots == block.first().start() || !DOTS.has(text.charAt(dots - 1))) {
            return false;
        }
        while (dots > block.first().start() && DOTS.has(text.charAt(dots - 1))) {
            dots--;
        }
        String leader = text.substring(dots, at);
        return leader.contains("...")
                || leader.contains("……")
                || leader.contains("···")
                || leader.contains("\t") && at < end && end - block.first().start() < 60
                || leader.contains("…") && at < end;
    }

    // ---- forms

    /// A title without numbering, alone on its line: `存在的问题`.
    private @Nullable Item unnumbered(int index) {
        Block block = blocks.get(index);
        Line line = block.first();
        if (block.lines() > 1 || line.kind() != Line.Kind.TEXT || line.length() > 24 || index + 1 >= blocks.size()) {
            return null;
        }
        boolean besideTable = blocks.get(index + 1).first().kind() == Line.Kind.ROW
                || index > 0 && blocks.get(index - 1).first().kind() == Line.Kind.ROW;
        String words = title(CleanText.of(text, line.words(), block.end()).text());
        if (besideTable || !HeadingWords.isChapter(words)) {
            return null;
        }
        Numbering none = new Numbering(Shape.NONE, 0, line.words(), line.words(), false);
        int end = endOfWords(line.words(), block.end());
        return new Item(index, none, Form.ALONE, words, end, words, end, 0, false, HeadingWords.read(words));
    }

    private Item item(int index, Numbering numbering) {
        Block block = blocks.get(index);
        int from = numbering.end();
        int look = Math.min(block.end(), from + LOOK);
        CleanText clean = CleanText.of(text, from, look);
        String words = clean.text();
        int gap = gapBehindTitle(from, look);
        int stop = gap > 0 ? clean.cleanAt(gap) : endOfSentence(words);
        String title = title(words.substring(0, stop));
        int behind = stop;
        while (behind < words.length() && "。:;*.!?\"” ".indexOf(words.charAt(behind)) >= 0) {
            behind++;
        }
        int rest = words.length() - behind + (block.end() - look);
        boolean isOuter = numbering.shape().rank() <= Shape.HAN_IN_BRACKETS.rank();
        int longest = rest == 0 && isOuter ? LONGEST_OUTER_TITLE : LONGEST_TITLE;
        boolean isListed =
                stop < words.length() && words.charAt(stop) == ';' || count(title, ',') >= 3 || count(title, '、') >= 5;
        boolean isLong = rest > 0 && title.length() > LONGEST_SLOGAN && title.indexOf(',') > 0;
        boolean isTitle = !title.isEmpty() && title.length() <= longest && !isListed && !isLong && hasHan(title);
        // 对村级的补助100万元,均为以奖代补。 is a whole sentence rather than a title, unless it stands over text
        boolean isSentence = rest == 0
                && !isOuter
                && title.indexOf(',') > 0
                && title.length() > 10
                && stop < words.length()
                && !hasBody(index, numbering);
        int until = Math.min(endOfClause(words), LONGEST_CLAUSE);
        String clause = title(words.substring(0, until));
        int clauseEnd = clean.sourceEnd(until);
        if (!isTitle || isSentence) {
            int behindClause = words.length() - until;
            return new Item(
                    index,
                    numbering,
                    Form.STATEMENT,
                    clause,
                    clauseEnd,
                    clause,
                    clauseEnd,
                    behindClause,
                    false,
                    Optional.empty());
        }
        boolean lead = stop < words.length() && words.charAt(stop) == ':';
        int end = endOfWords(from, clean.sourceEnd(stop));
        Form form = rest == 0 ? Form.ALONE : Form.RUN_IN;
        return new Item(
                index,
                numbering,
                form,
                title,
                end,
                clause,
                Math.min(clauseEnd, end),
                rest,
                lead,
                HeadingWords.read(title));
    }

    /// Where a space parts a plain title from the text behind it (`机构设置及单位构成 我局设有…`); 0 if none does.
    private int gapBehindTitle(int from, int end) {
        int at = from;
        while (at < end && CleanText.isSpace(text.charAt(at))) {
            at++;
        }
        int limit = Math.min(end, at + 28);
        for (int i = at; i < limit; i++) {
            char c = text.charAt(i);
            if ("。：；，:;,".indexOf(c) >= 0) {
                return 0;
            }
            if (!CleanText.isSpace(c)) {
                continue;
            }
            int next = i;
            while (next < end && CleanText.isSpace(text.charAt(next))) {
                next++;
            }
            boolean links = next < end && "及和与、的及其（(".indexOf(text.charAt(next)) >= 0;
            if (next < end
                    && !links
                    && !isEndOfTitle(at, next, end)
                    && HeadingWords.isPlainTitle(CleanText.of(text, at, i).text())) {
                return i;
            }
            i = next - 1;
        }
        return 0;
    }

    /// Whether the words from `next` to the full stop only end the title that begins at `at`: `资金管理 情况。`
    private boolean isEndOfTitle(int at, int next, int end) {
        int stop = next;
        while (stop < end
                && stop < next + 5
                && "。：:；".indexOf(text.charAt(stop)) < 0
                && !CleanText.isSpace(text.charAt(stop))) {
            stop++;
        }
        return stop < next + 5
                && HeadingWords.isPlainTitle(CleanText.of(text, at, stop).text());
    }

    /// The first full stop outside brackets and quotation marks; the length of the words if there is none.
    private static int endOfSentence(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!STRUCTURE.has(c)) {
                continue;
            }
            if ("(《“〈「[【".indexOf(c) >= 0) {
                depth++;
            } else if (")》”〉」]】".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if ("。;!?".indexOf(c) >= 0 || c == ':' && depth == 0) {
                return i;
            } else if (c == '.'
                    && i > 0
                    && isHan(words.charAt(i - 1))
                    && i + 1 < words.length()
                    && isHan(words.charAt(i + 1))) {
                return i;
            }
        }
        return words.length();
    }

    private static int endOfClause(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!STRUCTURE.has(c)) {
                continue;
            }
            if ("(《“".indexOf(c) >= 0) {
                depth++;
            } else if (")》”".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && i > 0 && ",。;:!?".indexOf(c) >= 0) {
                return i;
            }
        }
        return words.length();
    }

    private static String title(String words) {
        String plain = words.replace("*", "").replace("__", "").strip();
        int end = plain.length();
        while (end > 0 && "。:;,.、".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        return plain.substring(0, end).strip();
    }

    /// The end without the punctuation and markup behind the words.
    private int endOfWords(int from, int end) {
        int at = end;
        while (at > from
                && (CleanText.isSpace(text.charAt(at - 1)) || "。：:；;，,.、*_".indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        return at;
    }

    private static int count(String words, char sign) {
        int count = 0;
        for (int i = words.indexOf(sign); i >= 0; i = words.indexOf(sign, i + 1)) {
            count++;
        }
        return count;
    }

    private static boolean hasHan(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (isHan(words.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }
}
