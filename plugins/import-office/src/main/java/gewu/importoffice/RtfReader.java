package gewu.importoffice;

import com.rtfparserkit.parser.IRtfListener;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import gewu.importoffice.RtfGroup.Opened;
import gewu.importoffice.RtfGroup.Place;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;

/// Listens to the parser and tells a [RtfStory] what people see: words of the text, with all changes
/// accepted, and nothing of what is around it. For one thread, once.
final class RtfReader implements IRtfListener {
    private static final int MAX_DEPTH = 200_000;

    private final RtfBytes bytes;
    private final RtfFonts fonts = new RtfFonts();
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private final Deque<RtfStory> stories = new ArrayDeque<>();
    private final StringBuilder label = new StringBuilder();
    private RtfGroup group = new RtfGroup();
    private int defaultFont;
    private int toSkip;
    private boolean hasPictures;
    private boolean isWhole;

    RtfReader(RtfBytes bytes) {
        this.bytes = bytes;
        stories.push(new RtfStory(true));
    }

    /// Whether the document ended.
    boolean isWhole() {
        return isWhole;
    }

    /// How many groups have not ended.
    int open() {
        return groups.size();
    }

    boolean hasPictures() {
        return hasPictures;
    }

    Flow finish() throws Unreadable {
        return story().finish();
    }

    @Override
    public void processDocumentStart() {}

    @Override
    public void processDocumentEnd() {}

    @Override
    public void processGroupStart() {
        toSkip = 0;
        muteUnknown();
        groups.push(group);
        group = group.inside();
        if (groups.size() > MAX_DEPTH) {
            throw new UncheckedIOException(new Unreadable(
                    "The file nests groups more than " + MAX_DEPTH + " deep, which no program does.",
                    "Check where the file comes from; if it is genuine, copy its text into a new file."));
        }
    }

    @Override
    public void processGroupEnd() {
        toSkip = 0;
        RtfGroup ended = group;
        group = groups.pop();
        doing(() -> end(ended));
        if (groups.isEmpty()) {
            isWhole = true;
            bytes.end();
        }
    }

    @Override
    public void processCharacterBytes(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int skipped = Math.min(toSkip, data.length);
        toSkip -= skipped;
        muteUnknown();
        if (skipped == data.length || group.place == Place.MUTED) {
            return;
        }
        if (group.place == Place.FONTS) {
            fonts.name(data);
        } else {
            words(fonts.decode(data, skipped, font()));
        }
    }

    @Override
    public void processBinaryBytes(byte[] data) {
        // pictures and objects
    }

    @Override
    public void processString(String string) {
        words(string);
    }

    @Override
    public void processCommand(Command command, int value, boolean hasValue, boolean optional) {
        if (command == Command.optionalcommand) {
            group.isOptional = true;
            return;
        }
        boolean isOptional = group.isOptional;
        group.isOptional = false;
        if (group.place == Place.MUTED) {
            if (command == Command.ud && group.behindTwice != null) {
                group.place = Objects.requireNonNull(group.behindTwice);
                group.behindTwice = null;
            }
            return;
        }
        if (command.getCommandType() == CommandType.Destination) {
            begin(command);
            return;
        }
        if (isOptional) {
            group.place = Place.MUTED;
            return;
        }
        doing(() -> obey(command, value, hasValue));
    }

    /// A part that may be passed over, and whose name the library did not know and swallowed.
    private void muteUnknown() {
        if (group.isOptional) {
            group.isOptional = false;
            group.place = Place.MUTED;
        }
    }

    /// Begins a part of the document that has a name of its own.
    private void begin(Command command) {
        switch (command) {
            case rtf, field, ud -> {}
            case mmath, moMath, moMathPara, mr, mf, mnum, me, mdeg, mrad, mfunc, mfName, mnary, mlim -> {}
            case mlimlow, mlimupp, mm, mmr, macc, mbar, mbox, mborderBox, meqArr, mgroupChr, mphant -> {}
            case msSub, msSup, msSubSup, msPre, msub, msup -> {}
            case mden -> words("/");
            case md -> {
                words("(");
                group.opened = Opened.BRACKETS;
            }
            case fldrslt -> group.isContents |= isContents();
            case fldinst -> group.place = Place.CODE;
            case fonttbl -> group.place = Place.FONTS;
            case listtext, pntext -> {
                label.setLength(0);
                group.place = group.isHeard() ? Place.LABEL : Place.MUTED;
                group.opened = group.place == Place.LABEL ? Opened.LABEL : Opened.NOTHING;
            }
            case shp, shpgrp, shpinst -> {
                group.isSeen |= group.isHeard();
                group.place = Place.AROUND;
            }
            case shptxt, dptxbxtext -> beginStory(Opened.BOX);
            case footnote -> beginStory(Opened.FOOTNOTE);
            case upr -> {
                group.behindTwice = group.place;
                group.place = Place.TWICE;
            }
            case pict -> {
                hasPictures = true;
                group.place = Place.MUTED;
                group.opened = Opened.PICTURE;
                bytes.passOverPictures(true);
            }
            default -> group.place = Place.MUTED;
        }
        if (command == Command.field) {
            group.code = new StringBuilder();
        }
    }

    private void beginStory(Opened kind) {
        if (kind == Opened.BOX ? !group.isSeen : !group.isHeard()) {
            group.place = Place.MUTED;
            return;
        }
        stories.push(new RtfStory(false));
        group.opened = kind;
        group.place = Place.TEXT;
        group.plainParagraph();
    }

    private void end(RtfGroup ended) throws Unreadable {
        switch (ended.opened) {
            case NOTHING -> {}
            case LABEL -> story().label(seenLabel());
            case BRACKETS -> words(")");
            case PICTURE -> bytes.passOverPictures(false);
            case BOX -> {
                Flow box = stories.pop().finish();
                story().box(box);
            }
            case FOOTNOTE, ENDNOTE -> {
                Flow note = stories.pop().finish();
                story().note(note, ended.opened == Opened.ENDNOTE);
            }
        }
    }

    private void obey(Command command, int value, boolean hasValue) throws Unreadable {
        boolean isOn = !hasValue || value != 0;
        switch (command) {
            case ansicpg -> fonts.documentIn(value);
            case mac -> fonts.documentIn(10_000);
            case pc -> fonts.documentIn(437);
            case pca -> fonts.documentIn(850);
            case deff -> defaultFont = value;
            case f -> font(value);
            case fcharset -> fonts.characters(value);
            case cpg -> fonts.codePage(value);
            case plain -> group.plainWords(defaultFont);
            case v -> group.isHidden = isOn;
            case deleted -> group.isDeleted = isOn;
            case pard -> group.plainParagraph();
            case intbl -> group.isInTable = true;
            case pagebb -> group.breaksPage = isOn;
            case ftnalt -> group.opened = group.opened == Opened.FOOTNOTE ? Opened.ENDNOTE : group.opened;
            case uc -> group.alternates = Math.max(0, value);
            case u -> unicode(value);
            case tab -> words(" ");
            case emdash -> sign("—");
            case endash -> sign("–");
            case bullet -> sign("•");
            case lquote -> sign("‘");
            case rquote -> sign("’");
            case ldblquote -> sign("“");
            case rdblquote -> sign("”");
            case emspace -> sign("\u2003");
            case enspace -> sign("\u2002");
            case qmspace -> sign("\u2005");
            case nonbreakingspace -> sign("\u00a0");
            case nonbreakinghyphen -> sign("-");
            case backslash -> sign("\\");
            case opencurly -> sign("{");
            case closecurly -> sign("}");
            default -> lay(command, value);
        }
    }

    /// Obeys what gives the text its shape.
    private void lay(Command command, int value) throws Unreadable {
        if (group.place != Place.TEXT) {
            return;
        }
        if (command == Command.page) {
            story().endPage(group);
            return;
        }
        if (group.isContents) {
            return;
        }
        switch (command) {
            case par -> {
                toSkip = 0;
                if (group.isHidden || group.isDeleted) {
                    story().hiddenEnd();
                } else {
                    story().endParagraph(group);
                }
            }
            case line, lbr, column -> {
                if (group.isHeard()) {
                    story().lineBreak(group);
                }
            }
            case sect -> story().endSection(group);
            case sbknone, sbkcol -> story().sectionGoesOn();
            case cell -> story().endCell(group);
            case nestcell -> story().lineBreak(group);
            case row -> story().endRow();
            case trowd -> story().table().define();
            case trleft -> story().table().left(value);
            case trhdr -> story().table().head();
            case clmrg -> story().table().goesOnFromLeft();
            case clvmrg -> story().table().goesOnFromAbove();
            case cellx -> story().table().edge(value);
            default -> {}
        }
    }

    private void font(int number) {
        group.font = number;
        if (group.place == Place.FONTS) {
            fonts.describe(number);
        }
    }

    private int font() {
        return group.font < 0 ? defaultFont : group.font;
    }

    /// A character by its number; older programs read the ones behind it instead.
    private void unicode(int value) {
        toSkip = 0;
        char c = (char) value;
        if (c >= 0xf000 && c <= 0xf0ff) {
            words(fonts.symbol(font(), c & 0xff));
        } else {
            words(String.valueOf(c));
        }
        toSkip = group.alternates;
    }

    /// A character by its name, which counts as one where some are to be skipped.
    private void sign(String its) {
        if (toSkip > 0) {
            toSkip--;
        } else {
            words(its);
        }
    }

    private void words(String its) {
        switch (group.place) {
            case TEXT -> {
                if (group.isHeard()) {
                    doing(() -> story().words(its, group));
                }
            }
            case LABEL -> {
                if (group.isHidden || group.isDeleted || fonts.isSymbols(font())) {
                    return;
                }
                label.append(its);
            }
            case CODE -> {
                StringBuilder code = group.code;
                if (code != null && code.length() < 1_000) {
                    code.append(its);
                }
            }
            case FONTS, AROUND, TWICE, MUTED -> {}
        }
    }

    /// A table of contents repeats the headings.
    private boolean isContents() {
        StringBuilder code = group.code;
        String upper = code == null ? "" : code.toString().strip().toUpperCase(Locale.ROOT);
        return upper.equals("TOC") || upper.startsWith("TOC ");
    }

    /// The label of a list item with the space that parts it from the words; none for a bullet. Chinese punctuation
    /// brings its own space.
    private String seenLabel() {
        String its = label.toString().strip();
        boolean isBullet = its.equals("o") || its.codePoints().noneMatch(RtfReader::isCounting);
        if (isBullet) {
            return "";
        }
        return its + ListCounter.space("tab", its.charAt(its.length() - 1));
    }

    private static boolean isCounting(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
    }

    private RtfStory story() {
        return stories.element();
    }

    private interface Step {
        void run() throws Unreadable;
    }

    /// The library's interface lets nobody say why a file can't be read.
    private static void doing(Step step) {
        try {
            step.run();
        } catch (Unreadable reason) {
            throw new UncheckedIOException(reason);
        }
    }
}
