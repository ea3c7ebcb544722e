package gewu.ledger;

import gewu.api.Label;
import gewu.api.search.ReportSearch;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;

/// What may be the same problem as an item that waits (查重): each with the reason, and a button for each answer.
final class TwinForms {
    private static final int MOST = 5;

    private final Ledger ledger;
    private final ReportSearch search;

    TwinForms(Ledger ledger, ReportSearch search) {
        this.ledger = ledger;
        this.search = search;
    }

    /// The likeliest that nobody has answered yet; nothing where there are none.
    List<Panel> of(String id) {
        List<Twin> open = new TwinFinder(ledger, search)
                .twins(id).stream().filter(it -> it.answer().isEmpty()).toList();
        List<Panel> panels = new ArrayList<>();
        Parties parties = ledger.parties();
        open.stream().limit(MOST).forEach(it -> panels.addAll(candidate(it, parties)));
        if (open.size() > MOST) {
            panels.add(LedgerPanels.text(
                    "还有 " + (open.size() - MOST) + " 项不太像的没有列出。",
                    (open.size() - MOST) + " less alike are not listed."));
        }
        return panels;
    }

    private static List<Panel> candidate(Twin it, Parties parties) {
        Fields other = it.otherItem();
        State state = State.valueOf(other.of("state"));
        String where = parties.name(other.of("unit")) + " " + other.of("year");
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Links(
                new Label(
                        "可能重复，相似 " + it.likeness().scoreWritten(),
                        "Maybe known, alike " + it.likeness().scoreWritten()),
                List.of(new Panel.Link(
                        Label.same(it.other() + "　" + LedgerPanels.cut(other.of("title"))), Ways.story(it.other())))));
        panels.add(new Panel.Text(new Label(
                where + "，" + state.label().zh() + "；" + it.likeness().why().zh() + "。",
                where + ", " + state.label().en() + "; " + it.likeness().why().en() + ".")));
        panels.add(answer("same", it, same(Twin.of(it.item(), other)), parties));
        panels.add(answer("similar", it, new Label("认定相近", "Only similar"), parties));
        panels.add(answer("different", it, new Label("认定不同", "Different"), parties));
        return panels;
    }

    /// What answering "the same" comes to.
    private static Label same(Twin.Relation relation) {
        return switch (relation) {
            case AGAIN, SIMILAR -> new Label("同一问题，并入", "The same: merge");
            case RECURRENT -> new Label("同一问题，认定屡犯", "The same: recurrent");
            case COMMON -> new Label("同一问题，列为共性", "The same: common problem");
        };
    }

    private static Panel answer(String word, Twin it, Label words, Parties parties) {
        return new Panel.Form(
                Label.same(""),
                "ledger",
                List.of(word, it.id(), it.other()),
                parties.isOpen() ? List.of() : List.of(ActForms.actor(parties)),
                words);
    }
}
