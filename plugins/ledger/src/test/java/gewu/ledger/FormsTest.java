package gewu.ledger;

import static gewu.testkit.Shown.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.testkit.RecordedOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The forms of the ledger's views: each is filled in as a person does and sent, and does what it says.
final class FormsTest extends AtDesk {
    // --- an item

    @Test
    void anItemIsTakenFromItsProposalToItsEndByFormsAlone() {
        String id = desk.proposed("预算编制不够精准");

        sent(act(id, ""), Map.of("--category", "预算", "--kind", "立行立改", "--goal", "编准预算", "--twin", "新"));
        assertThat(desk.state(id)).isEqualTo("REGISTERED");
        sent(act(id, ""), Map.of("--leader", "钱副局长", "--number", "督〔2026〕1号"));
        assertThat(desk.state(id)).isEqualTo("ASSIGNED");
        sent(act(id, ""), Map.of("--person", "李四", "--as", "李四"));
        assertThat(desk.state(id)).isEqualTo("IN_PROGRESS");
        sent(act(id, "evidence"), Map.of("--file", desk.file("制度.txt", "预算管理办法"), "--proof", "制度文本", "--as", "李四"));
        sent(act(id, "submit"), Map.of("--as", "李四"));
        assertThat(desk.state(id)).isEqualTo("SUBMITTED");
        sent(act(id, ""), Map.of("--as", "王五"));
        sent(act(id, ""), Map.of("--as", "王五"));
        sent(act(id, ""), Map.of("--outcome", "无金额", "--as", "李四"));
        sent(act(id, ""), Map.of("--as", "王五"));

        assertThat(desk.state(id)).isEqualTo("CLOSED");
    }

    @Test
    void whatAFormMarksAsNeededIsNeededAndNothingElse() {
        String id = desk.itemIn(State.REGISTERED);

        assertThat(act(id, "assign").fields().stream()
                        .filter(Panel.Field::isRequired)
                        .map(Panel.Field::name))
                .containsExactly("--lead", "--leader", "--number");
        assertThat(act(id, "enlist").fields().stream()
                        .filter(Panel.Field::isRequired)
                        .map(Panel.Field::name))
                .containsExactly("--level", "--reason");
    }

    @Test
    void everyActThatIsOfferedInAnyStateCanBeDoneByItsForm() {
        desk.itemIn(State.CLOSED);
        for (State state : State.values()) {
            for (Act act : Gate.possible(state).keySet()) {
                String id = desk.itemIn(state);
                Fields item = desk.ledger.log().subject(id);
                ActForms forms =
                        new ActForms(desk.ledger, id, item, desk.ledger.items().events(id));
                forms.find(act.id()).filter(Trial::isOpen).ifPresent(it -> {
                    Outcome done = desk.ledger.act(
                            act,
                            List.of(id),
                            desk.ledger.inputs().read(act, plausible(forms.form(it))),
                            "情况属实",
                            desk.ledger.parties().acting("孙主任", java.util.Optional.empty()));
                    assertThat(done.refused()).as(state + " " + act).isEmpty();
                });
            }
        }
    }

    @Test
    void whatIsNotPossibleYetSaysWhatIsMissingAndWhoCould() {
        String id = desk.itemIn(State.IN_PROGRESS);

        List<String> told = texts(story(id, "submit"));

        assertThat(told).anyMatch(it -> it.startsWith("现在还不能报验：须有至少一份佐证材料") && it.contains("由承办单位"));
        assertThat(rows(story(id, ""), "现在还不能办理")).anyMatch(it -> it.startsWith("报验|"));
    }

    @Test
    void theLastStepIsTakenBackByAForm() {
        String id = desk.itemIn(State.REGISTERED);

        sent(act(id, "undo"), Map.of());

        assertThat(desk.state(id)).isEqualTo("PROPOSED");
    }

    @Test
    void whatWasJustDoneIsTakenBackByTheStepOfItsAnswer() {
        String id = desk.itemIn(State.ASSIGNED);
        RecordedOutput output = RecordedOutput.people();
        desk.command().run(call(act(id, ""), Map.of("--person", "李四", "--as", "李四")), output);
        assertThat(desk.state(id)).isEqualTo("IN_PROGRESS");

        Panel.Advice advice = only(Panel.Advice.class, new Panel.Stack(output.panels()));
        sent(advice.steps().getFirst(), Map.of());

        assertThat(desk.state(id)).isEqualTo("ASSIGNED");
        assertThat(advice.typed().zh()).matches("批次 \\d+；撤回：gewu ledger undo \\d+");
    }

    @Test
    void whoSawAnItemBeforeSomebodyElseActedIsRefused() {
        String id = desk.itemIn(State.REGISTERED);
        Panel.Form seen = act(id, "assign");
        desk.does("note", id, "--text=先等等", "--as=钱副局长");

        RecordedOutput output = RecordedOutput.people();
        Exit exit = desk.command().run(call(seen, Map.of("--leader", "钱副局长", "--number", "督〔2026〕1号")), output);

        assertThat(exit).isEqualTo(Exit.SOME_FAILED);
        assertThat(output.panels().stream().flatMap(it -> texts(it).stream()))
                .anyMatch(it -> it.contains("别人刚刚办理过这个事项"));
        assertThat(desk.state(id)).isEqualTo("REGISTERED");
    }

    // --- the board

    @Test
    void aCardThatIsMovedBringsTheFormOfTheActThatLeadsThere() {
        String id = desk.itemIn(State.ASSIGNED);

        Panel.Form form = only(Panel.Form.class, move(id, "in_progress"));
        sent(form, Map.of("--person", "李四", "--as", "李四"));

        assertThat(desk.state(id)).isEqualTo("IN_PROGRESS");
        assertThat(new BoardView(desk.ledger).show(Map.of()))
                .extracting(it -> only(Panel.Board.class, it).moves())
                .isEqualTo("ledger-move");
    }

    @Test
    void aCardThatCannotGoThereSaysWhatInstead() {
        String id = desk.itemIn(State.PROPOSED);

        assertThat(texts(move(id, "closed")))
                .containsExactly(id + " 现为待确认，不能直接到已销号。现在可以：立项 → 已立项、不予立项 → 不予立项、合并 → 已合并。");
    }

    // --- proposals

    @Test
    void whenAProposalIsDecidedTheNextOneComesUp() {
        String first = desk.proposed("第一个问题");
        String second = desk.proposed("第二个问题");
        View view = new ProposalsView(desk.ledger, desk.shelf, desk.index);

        sent(
                only(Panel.Form.class, view.show(Map.of("item", first, "act", "dismiss"))),
                Map.of("--because", "不构成问题", "--reason", "已说明"));

        assertThat(desk.state(first)).isEqualTo("DISMISSED");
        assertThat(only(Panel.Form.class, view.show(Map.of("item", first))).arguments())
                .containsExactly("register", second);
    }

    @Test
    void theProposalsThatAreShownAreConfirmedTogetherButNotWhatTheFinderIsNotSureOf() {
        desk.bringIn("r2024", 1, "青禾县水利局", 2024, 0.9, "存在的问题：【预算编制不够精准】。");
        String sure = desk.proposed("预算编制不够精准");
        String other = desk.proposed("资产盘点不及时");
        View view = new ProposalsView(desk.ledger, desk.shelf, desk.index);

        List<Panel.Form> forms = all(Panel.Form.class, view.show(Map.of("batch", "是")));
        Panel.Form together = forms.stream()
                .filter(it -> it.arguments().contains(sure) && it.arguments().contains(other))
                .filter(it -> it.arguments().getFirst().equals("register"))
                .findFirst()
                .orElseThrow();
        sent(together, Map.of("--category", "预算", "--kind", "立行立改", "--goal", "改好", "--twin", "新"));

        assertThat(desk.state(sure)).isEqualTo("REGISTERED");
        assertThat(desk.state(other)).isEqualTo("REGISTERED");
    }

    // --- people act where they look

    @Test
    void aLeaderDecidesAboutAnExtensionWhereHisCasesStand() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("appoint", id, "--case-leader=孙副县长");
        desk.does("ask", id, "--until=2026-12-01", "--reason=系统改造", "--as=李四");
        View cases = new CasesView(desk.ledger);

        Panel shown = cases.show(Map.of("leader", "孙副县长"));
        assertThat(texts(shown)).anyMatch(it -> it.startsWith("李四申请由 ") && it.endsWith("系统改造"));
        sent(only(Panel.Form.class, shown), Map.of("--decision", "同意", "--as", "孙副县长"));

        assertThat(desk.ledger.log().subject(id).of("deadline")).isEqualTo("2026-12-01");
    }

    @Test
    void unitsAndPersonsAreEnteredByForms() {
        View view = new PartiesView(desk.ledger);
        List<Panel.Form> forms = all(Panel.Form.class, view.show(Map.of()));

        sent(forms.get(0), Map.of("name", "农业局"));
        sent(forms.get(1), Map.of("name", "王五", "--role", "验收员", "--unit", "农业局"));
        sent(forms.get(2), Map.of("name", "农业局", "--rename", "农业农村局"));

        assertThat(desk.told("parties")).contains("农业农村局|农业局", "王五||农业农村局|验收员");
    }

    @Test
    void campaignsAreOpenedAndFilledByForms() {
        String id = desk.itemIn(State.IN_PROGRESS);
        View view = new CampaignsView(desk.ledger);

        sent(
                all(Panel.Form.class, view.show(Map.of())).get(0),
                Map.of("name", "百日攻坚", "--from", "2026-05-01", "--until", "2026-08-08"));
        sent(all(Panel.Form.class, view.show(Map.of())).get(1), Map.of("item", id, "--campaign", "百日攻坚"));

        assertThat(rows(view.show(Map.of()), "专项行动")).anyMatch(it -> it.startsWith("百日攻坚|2026-05-01|2026-08-08|"));
        assertThat(desk.ledger.log().subject(id).of("campaign")).isEqualTo("百日攻坚");
    }

    @Test
    void aFilterIsKeptAndTakenAwayByForms() {
        desk.itemIn(State.IN_PROGRESS);
        View view = new FiltersView(desk.ledger);

        sent(all(Panel.Form.class, view.show(Map.of())).get(0), Map.of("name", "水利在办", "--unit", "水利局"));
        assertThat(desk.told("filter")).contains("水利在办|大家的");
        sent(all(Panel.Form.class, view.show(Map.of())).get(1), Map.of("name", "水利在办"));

        assertThat(desk.told("filter")).contains("还没有常用筛选");
    }

    @Test
    void withAnAdministratorNobodyTakesAwayTheFilterOfAnother() {
        desk.itemIn(State.IN_PROGRESS);
        desk.rows("party", "王五", "--role=验收员");
        desk.rows("party", "赵局长", "--role=管理员");
        desk.rows("filter", "超期的", "--overdue", "--as=王五");

        assertThatThrownBy(() -> desk.rows("filter", "remove", "超期的", "--as=赵局长"))
                .hasMessageContaining("There is no saved filter");
        assertThatThrownBy(() -> desk.rows("filter", "共用的", "--overdue", "--shared", "--as=王五"))
                .hasMessageContaining("are kept by 督办员 or 管理员");
        assertThatThrownBy(() -> desk.rows("filter", "谁的", "--overdue", "--as=陌生人"))
                .hasMessageContaining("knows no person");
    }

    @Test
    void aProblemIsEnteredByHandByAForm() {
        desk.rows("party", "水利局");

        sent(
                only(Panel.Form.class, new NewItemView(desk.ledger).show(Map.of())),
                Map.of("--title", "公示栏没有更新", "--unit", "水利局", "--year", "2026", "--reason", "现场查看"));

        assertThat(desk.told("list")).contains("公示栏没有更新");
    }

    @Test
    void remindersAreSentByAForm() {
        sent(only(Panel.Form.class, new RemindersView(desk.ledger, desk.reminding()).show(Map.of())), Map.of());
    }

    // --- paper

    @Test
    void aLetterIsLookedAtAndWrittenAsWord() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("letter", id, "--letter=督办函", "--number=督函〔2026〕7号");
        View view = new PaperView(desk.ledger, desk.clock);

        assertThat(rows(view.show(Map.of()), "发过的函件，点文号看样")).anyMatch(it -> it.startsWith("督函〔2026〕7号|督办函|"));
        Panel letter = view.show(Map.of("items", id, "number", "督函〔2026〕7号"));
        assertThat(String.join("\n", texts(letter))).contains("督函〔2026〕7号", "预算编制不够精准");
        Path file = folder.resolve("函.docx");
        sent(only(Panel.Form.class, letter), Map.of("--docx", file.toString()));

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aBulletinIsLookedAtAndWritten() {
        desk.itemIn(State.CLOSED);
        View view = new PaperView(desk.ledger, desk.clock);

        Panel bulletin = view.show(Map.of("bulletin", "月通报"));
        Path file = folder.resolve("通报.xlsx");
        sent(only(Panel.Form.class, bulletin), Map.of("--export", file.toString()));

        assertThat(all(Panel.Table.class, bulletin)).isNotEmpty();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aSheetGoesOutIsReadOnTrialAndThenWritten() throws Exception {
        String id = desk.itemIn(State.IN_PROGRESS);
        List<Panel.Form> forms = all(Panel.Form.class, new SheetView(desk.ledger).show(Map.of()));
        Path file = folder.resolve("台账.xlsx");
        sent(forms.get(0), Map.of("--export", file.toString()));
        Filled.in(file, id, Map.of(SheetColumn.PERSON, "孙六"));

        sent(forms.get(1), Map.of("--import", file.toString()));
        assertThat(desk.ledger.log().subject(id).of("person")).isEqualTo("李四");
        sent(forms.get(1), Map.of("--import", file.toString(), "--apply", "yes"));

        assertThat(desk.ledger.log().subject(id).of("person")).isEqualTo("孙六");
        assertThat(Files.size(file)).isPositive();
    }

    // --- the long table

    @Test
    void theLongTableIsSiftedAndSortedByTheStore() {
        String late = desk.itemIn(State.IN_PROGRESS);
        String waiting = desk.proposed("资产盘点不及时");
        Panel.Rows rows = only(
                        Panel.LongTable.class,
                        new LedgerView(desk.ledger, new StoryView(desk.ledger, desk.reminding(), desk.shelf))
                                .show(Map.of()))
                .rows();

        assertThat(rows.count(Panel.Sift.NONE)).isEqualTo(2);
        assertThat(ids(rows, sift(1, "整改"))).containsExactly(late);
        assertThat(ids(rows, sift(2, "盘点"))).containsExactly(waiting);
        assertThat(ids(rows, sift(3, "水利"))).containsExactly(late, waiting);
        assertThat(ids(rows, sift(3, "农业"))).isEmpty();
        assertThat(ids(rows, sift(4, "立行"))).containsExactly(late);
        assertThat(ids(rows, sift(5, "李"))).containsExactly(late);
        assertThat(ids(rows, sift(7, "超期"))).isEmpty();
        for (int column = 0; column < 8; column++) {
            assertThat(ids(rows, new Panel.Sift(new TreeMap<>(), column, true)))
                    .containsExactlyInAnyOrder(late, waiting);
        }
        assertThat(ids(rows, new Panel.Sift(new TreeMap<>(), 0, true))).containsExactly(waiting, late);
        assertThat(rows.some(Panel.Sift.NONE, 1, 5)).hasSize(1);
    }

    @Test
    void unitsAndPersonsAreSortedByTheirNamesAndNotByTheirNumbers() {
        for (String unit : List.of("市水利局", "安居办公室", "民政局")) {
            desk.rows("party", unit);
            desk.does("add", unit + "的问题", "--unit=" + unit, "--year=2024", "--reason=手工录入");
        }
        Panel.Rows rows = new LedgerTableRows(desk.ledger, ItemFilter.ALL, false);

        assertThat(column(rows, 3, false)).containsExactly("安居办公室", "民政局", "市水利局");
        assertThat(column(rows, 3, true)).containsExactly("市水利局", "民政局", "安居办公室");
    }

    // --- help

    private static List<String> column(Panel.Rows rows, int column, boolean isFalling) {
        return rows.some(new Panel.Sift(new TreeMap<>(), column, isFalling), 0, 100).stream()
                .map(it -> it.cells().get(column).zh())
                .toList();
    }

    private static Panel.Sift sift(int column, String words) {
        return new Panel.Sift(new TreeMap<>(Map.of(column, words)), -1, false);
    }

    private static List<String> ids(Panel.Rows rows, Panel.Sift sift) {
        return rows.some(sift, 0, 100).stream()
                .map(it -> it.cells().getFirst().zh())
                .toList();
    }

    private Panel story(String id, String act) {
        return new StoryView(desk.ledger, desk.reminding(), desk.shelf).show(Map.of("item", id, "act", act));
    }

    private Panel.Form act(String id, String act) {
        return only(Panel.Form.class, story(id, act));
    }

    private Panel move(String id, String to) {
        return new MoveView(desk.ledger).show(Map.of("card", id, "to", to));
    }

    /// Sends a form with what somebody filled in; it must be done.
    private void sent(Panel.Form form, Map<String, String> filled) {
        RecordedOutput output = RecordedOutput.people();
        Exit exit = desk.command().run(call(form, filled), output);
        assertThat(exit)
                .as(() -> form + " "
                        + output.panels().stream()
                                .flatMap(it -> texts(it).stream())
                                .toList())
                .isEqualTo(Exit.DONE);
    }

    /// The call that a page makes of a form.
    private static CommandCall call(Panel.Form form, Map<String, String> filled) {
        List<String> arguments = new ArrayList<>(form.arguments());
        Map<String, List<String>> options = new HashMap<>();
        form.options().forEach((name, value) -> options.put(name, value.isEmpty() ? List.of() : List.of(value)));
        assertThat(form.fields().stream().map(Panel.Field::name)).containsAll(filled.keySet());
        for (Panel.Field field : form.fields()) {
            String value = filled.getOrDefault(field.name(), field.value());
            assertThat(field.isRequired() && value.isEmpty()).as(field.name()).isFalse();
            if (value.isEmpty()) {
                continue;
            }
            if (field.name().startsWith("--")) {
                options.put(field.name(), List.of(value));
            } else {
                arguments.add(value);
            }
        }
        return new CommandCall(arguments, options);
    }

    /// What somebody fills in who fills in only what must be.
    private Map<Input, String> plausible(Panel.Form form) {
        Map<Input, String> words = new HashMap<>();
        for (Panel.Field field : form.fields()) {
            for (Input input : Input.values()) {
                if (input.option().equals(field.name())) {
                    String value = field.value();
                    if (value.isEmpty() && field.isRequired()) {
                        value = plausible(form.arguments().getFirst(), input, field);
                    }
                    if (!value.isEmpty()) {
                        words.put(input, value);
                    }
                }
            }
        }
        Panel.Field first = form.fields().getFirst();
        if (words.isEmpty() && first.name().startsWith("--")) {
            for (Input input : Input.values()) {
                if (input.option().equals(first.name())) {
                    words.put(input, plausible(form.arguments().getFirst(), input, first));
                }
            }
        }
        return words;
    }

    private String plausible(String act, Input input, Panel.Field field) {
        if (input == Input.WITH) {
            return desk.ledger.items().ids(ItemFilter.in(State.CLOSED)).getFirst();
        }
        if (!field.choices().isEmpty()) {
            return field.choices().getFirst().value();
        }
        return switch (field.kind()) {
            case DAY ->
                act.equals("ask")
                        ? "2026-12-01"
                        : desk.ledger.today().plusDays(9).toString();
            case NUMBER -> "1";
            case FILE -> desk.file("材料.txt", "情况说明");
            default -> input == Input.NUMBER ? "督〔2026〕9号" : "钱副局长";
        };
    }

    private static <T extends Panel> T only(Class<T> kind, Panel panel) {
        List<T> found = all(kind, panel);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
