package gewu.ledger;

import gewu.api.workbench.DataRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ledger for programs: one row an item, an event, a party, a refusal.
final class LedgerRows {
    /// Columns that hold parties.
    static final Set<String> PARTIES = Set.of("unit", "lead", "leader", "case_leader", "person", "verifier");

    private static final Set<String> MONEY = Set.of("amount_found", "amount_fixed");
    /// Lists of an item, by the name of their member and of the value in the row.
    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("source", "sources");
        LISTS.put("cause", "causes");
        LISTS.put("remedy", "remedies");
        LISTS.put("milestone", "milestones");
        LISTS.put("extension", "extension_requests");
        LISTS.put("progress_report", "progress_reports");
        LISTS.put("evidence", "evidence");
        LISTS.put("acceptance", "acceptances");
        LISTS.put("closing", "closings");
        LISTS.put("look_back", "look_back_visits");
        LISTS.put("listing", "listings");
        LISTS.put("letter", "letters");
        LISTS.put("advice", "recommendations");
        LISTS.put("accountability", "accountability");
        LISTS.put("check", "checks");
        LISTS.put("treatment", "treatments");
        LISTS.put("note", "notes");
        LISTS.put("mention", "mentioned_in");
        LISTS.put("recurred", "recurred_as");
        LISTS.put("similar", "similar_to");
        LISTS.put("different", "different_from");
    }

    private final Parties parties;
    private final LocalDate today;

    LedgerRows(Parties parties, LocalDate today) {
        this.parties = parties;
        this.today = today;
    }

    DataRow item(Standing it, long version) {
        DataRow row = DataRow.of("item").with("id", it.id());
        for (Standing.Column column : Standing.COLUMNS) {
            row = row.with(column.name(), value(column, it));
            if (PARTIES.contains(column.name())) {
                row = row.with(column.name() + "_id", none(it.of(column.name())));
            }
        }
        return row.with("state_name", it.state().label().zh())
                .with("overdue", it.isOverdue(today))
                .with("outcome", none(it.result(today)))
                .with("version", version);
    }

    /// All that the ledger knows of an item: its columns, its other values, its lists.
    DataRow whole(String id, Fields item, long version) {
        DataRow row = item(Standing.of(id, item), version);
        for (Map.Entry<String, String> it : item.values().entrySet()) {
            if (!it.getKey().contains(".") && !row.values().containsKey(it.getKey())) {
                row = row.with(it.getKey(), readable(it.getKey(), it.getValue()));
            }
        }
        row = row.with(
                "assisting",
                item.members("assisting").stream().map(parties::name).toList());
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            row = row.with(list.getValue(), members(list.getKey(), item));
        }
        return row;
    }

    DataRow event(Event event) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Change it : Canon.read(event.changes())) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("field", it.field());
            change.put("old", it.before());
            change.put("new", it.after());
            changes.add(change);
        }
        return DataRow.of("event")
                .with("sequence", event.sequence())
                .with("item", event.subject())
                .with("batch", event.batch())
                .with("undoes", event.undoes() == 0 ? null : event.undoes())
                .with("at", event.at().toString())
                .with("actor", parties.name(event.actor()))
                .with("role", event.role().id())
                .with("act", event.act())
                .with("reason", event.reason())
                .with("changes", changes)
                .with("previous", event.previous())
                .with("hash", event.hash());
    }

    DataRow refusal(Refusal it) {
        return DataRow.of("refusal")
                .with("item", it.id())
                .with("act", it.act().id())
                .with("failed", it.failed())
                .with("reason", it.why().zh())
                .with("reason_en", it.why().en())
                .with("instead", it.instead().stream().map(label -> label.zh()).toList())
                .with(
                        "instead_en",
                        it.instead().stream().map(label -> label.en()).toList());
    }

    /// Something odd about evidence: a warning, nothing was refused.
    DataRow oddity(Outcome.Odd it) {
        return DataRow.of("warning")
                .with("item", it.id())
                .with("evidence", it.number())
                .with("warning", it.oddity().id())
                .with("about", it.about().equals("1") ? null : it.about())
                .with("sentence", it.oddity().told(it.about()).zh())
                .with("sentence_en", it.oddity().told(it.about()).en());
    }

    DataRow party(Party it) {
        return DataRow.of("party")
                .with("id", it.id())
                .with("kind", it.isUnit() ? "unit" : "person")
                .with("name", it.name())
                .with("former_names", it.formerNames())
                .with("unit", none(parties.name(it.unit())))
                .with("roles", it.roles().stream().map(Role::id).toList());
    }

    private List<Map<String, Object>> members(String list, Fields item) {
        List<Map<String, Object>> members = new ArrayList<>();
        for (String name : item.members(list)) {
            String at = list + "." + name + ".";
            Map<String, Object> member = new LinkedHashMap<>();
            member.put("number", name);
            item.values()
                    .subMap(at, list + "." + name + "/")
                    .forEach((field, value) ->
                            member.put(field.substring(at.length()), readable(field.substring(at.length()), value)));
            members.add(member);
        }
        return members;
    }

    private String readable(String field, String value) {
        return field.endsWith("by") || PARTIES.contains(field) || field.equals("overseer")
                ? parties.name(value)
                : value;
    }

    private @Nullable Object value(Standing.Column column, Standing it) {
        String value = it.of(column.name());
        if (MONEY.contains(column.name())) {
            return value.equals("0") ? null : yuan(value);
        }
        if (column.isNumber()) {
            return Long.parseLong(value);
        }
        if (column.name().equals("state")) {
            return it.state().id();
        }
        return PARTIES.contains(column.name()) ? none(parties.name(value)) : none(value);
    }

    /// Fen as a decimal number of 元.
    static String yuan(String fen) {
        return new BigDecimal(fen).movePointLeft(2).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String none(String value) {
        return value.isEmpty() ? null : value;
    }
}
