package gewu.importoffice;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import gewu.api.intake.Reading;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes down the words of a Rich Text document as the parser comes upon them, as people see them when all changes are
/// accepted and hidden words are not shown. For one thread, once.
///
/// Source: Rich Text Format Specification 1.9.1, Microsoft 2008.
final class RtfBody extends RtfListenerAdaptor {
    /// Destinations whose words are seen; those of all others are not.
    private static final Set<Command> SEEN = EnumSet.of(
            Command.rtf,
            Command.listtext,
            Command.pntext,
            Command.field,
            Command.fldrslt,
            Command.footnote,
            Command.shp,
            Command.shpgrp,
            Command.shpinst,
            Command.shptxt,
            Command.docmd,
            Command.dptxbxtext,
            Command.object,
            Command.result,
            Command.upr,
            Command.ud,
            Command.moMathPara,
            Command.moMath,
            Command.mr,
            Command.nesttableprops);

    private final Flow flow = new Flow();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final List<Flow> notes = new ArrayList<>();
    private final RtfTable table = new RtfTable();
    private final StringBuilder label = new StringBuilder();
    private Group group = new Group();
    private @Nullable Flow note;
    private boolean isBegun;
    private boolean isInTable;
    private boolean hasPictures;
    private boolean staysOnPage;
    private boolean followsLabel;

    /// What a closing brace takes back.
    private static final class Group {
        boolean muted;
        boolean hidden;
        boolean deleted;
        boolean isNote;
        boolean isLabel;

        Group() {}

        Group(Group outer) {
            muted = outer.muted;
            hidden = outer.hidden;
            deleted = outer.deleted;
            isLabel = outer.isLabel;
        }

        boolean isHeard() {
            return !muted && !hidden && !deleted;
        }
    }

    /// Whether the document has begun as one does.
    boolean isBegun() {
        return isBegun;
    }

    /// The finished text, or why there is none.
    Reading reading() throws Unreadable {
        if (!isBegun) {
            return new Reading.Refused(
                    "The file is damaged: it does not begin like a Rich Text document.",
                    "Open it in Word or WPS, save it as .docx, then import that copy.");
        }
        table.writeTo(flow);
        flow.endLine();
        appendNotes();
        if (flow.hasWords()) {
            return flow.reading();
        }
        return hasPictures
                ? new Reading.Refused(
                        "The document holds pictures but no words.",
                        "Save it as PDF and import that, so that the words in its pictures are recognised.")
                : new Reading.Refused(
                        "The document holds no words.", "Check that the right file was saved, then import it again.");
    }

    @Override
    public void processGroupStart() {
        groups.push(group);
        group = new Group(group);
    }

    @Override
    public void processGroupEnd() {
        if (group.isNote) {
            Flow finished = note;
            if (finished != null) {
                finished.endLine();
                notes.add(finished);
            }
            note = null;
        }
        if (!groups.isEmpty()) {
            Group outer = groups.pop();
            if (group.isLabel && !outer.isLabel) {
                checked(this::endLabel);
            }
            group = outer;
        }
    }

    @Override
    public void processString(String words) {
        if (isBegun && group.isHeard()) {
            checked(() -> {
                if (followsLabel && words.isBlank()) {
                    return;
                }
                followsLabel = false;
                if (group.isLabel) {
                    label.append(words);
                } else {
                    target().words(words);
                }
            });
        }
    }

    @Override
    public void processCommand(Command command, int parameter, boolean hasParameter, boolean isOptional) {
        if (command == Command.rtf) {
            isBegun = true;
        }
        if (command == Command.optionalcommand || command.getCommandType() == CommandType.Destination) {
            enter(command);
            return;
        }
        if (!isBegun) {
            return;
        }
        boolean isOn = !hasParameter || parameter != 0;
        switch (command) {
            case v -> group.hidden = isOn;
            case deleted -> group.deleted = isOn;
            case plain -> {
                group.hidden = false;
                group.deleted = false;
            }
            case sbknone, sbkcol -> staysOnPage = true;
            case sbkpage, sbkeven, sbkodd -> staysOnPage = false;
            case sectd -> staysOnPage = false;
            case pard -> isInTable = false;
            case intbl -> isInTable = true;
            case itap -> isInTable = parameter > 0;
            default -> {
                if (!group.muted) {
                    checked(() -> shape(command, parameter));
                }
            }
        }
    }

    /// A label is parted from the words as in Word's other formats, whatever stands in the file.
    private void endLabel() throws Unreadable {
        String shown = label.toString().strip();
        label.setLength(0);
        if (!shown.isEmpty()) {
            target().words(shown + ListCounter.space("tab", shown.charAt(shown.length() - 1)));
        }
        followsLabel = true;
    }

    private void enter(Command destination) {
        hasPictures |= destination == Command.pict;
        group.muted |= destination == Command.optionalcommand || !SEEN.contains(destination);
        group.isLabel |= destination == Command.listtext || destination == Command.pntext;
        if (destination == Command.footnote && !group.muted && note == null) {
            group.isNote = true;
            note = new Flow();
        }
    }

    private void shape(Command command, int parameter) throws Unreadable {
        switch (command) {
            case trowd -> table.beginDefinition();
            case trhdr -> table.isHead();
            case clmgf -> table.mergesRight();
            case clmrg -> table.isMergedLeft();
            case clvmgf -> table.mergesDown();
            case clvmrg -> table.isMergedUp();
            case cellx -> table.endDefinition(parameter);
            case cell -> table.endCell();
            case row -> table.endRow();
            default -> {
                if (group.isHeard()) {
                    sign(command);
                }
            }
        }
    }

    private void sign(Command command) throws Unreadable {
        switch (command) {
            case par, line, nestcell, nestrow, column -> {
                followsLabel = false;
                target().endLine();
                if (command == Command.par && note == null && !isInTable) {
                    appendNotes();
                }
            }
            case sect -> {
                target().endLine();
                if (!staysOnPage && !isInTable) {
                    target();
                    flow.endPage();
                }
            }
            case page -> {
                target().endLine();
                if (!isInTable && note == null) {
                    flow.endPage();
                }
            }
            case tab -> {
                if (!group.isLabel && !followsLabel) {
                    target().words(" ");
                }
            }
            case emdash -> target().words("—");
            case endash -> target().words("–");
            case lquote -> target().words("‘");
            case rquote -> target().words("’");
            case ldblquote -> target().words("“");
            case rdblquote -> target().words("”");
            case bullet -> target().words("•");
            case nonbreakinghyphen -> target().words("-");
            case emspace, enspace, qmspace, nonbreakingspace -> target().words(" ");
            case opencurly, closecurly, backslash -> target().words(command.getCommandName());
            default -> {}
        }
    }

    /// Where words go now. Words outside a table end the table before them.
    private Flow target() throws Unreadable {
        Flow open = note;
        if (open != null) {
            return open;
        }
        if (isInTable) {
            return table.cell();
        }
        table.writeTo(flow);
        return flow;
    }

    private void appendNotes() throws Unreadable {
        for (Flow finished : notes) {
            flow.endLine();
            flow.append(finished);
        }
        notes.clear();
    }

    private interface Step {
        void run() throws Unreadable;
    }

    /// The parser lets no checked exception pass.
    private static void checked(Step step) {
        try {
            step.run();
        } catch (Unreadable reason) {
            throw new UncheckedIOException(reason);
        }
    }
}
