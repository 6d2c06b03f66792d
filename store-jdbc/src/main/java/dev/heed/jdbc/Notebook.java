package dev.heed.jdbc;

import dev.heed.json.DocumentJson;
import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.AgentId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The small things of a desk: absences, what could not be read, keys that have a holder. Thread-safe. */
final class Notebook {
    private static final String ABSENCES = "absence";
    private static final String UNREADABLE = "unreadable";

    private final Db db;
    private final Scope scope;
    private final Counters counters;
    private final String addAbsence;
    private final String absences;
    private final String keep;
    private final String isKept;
    private final String unreadable;
    private final String forget;
    private final String hold;
    private final String holder;

    Notebook(Db db, Scope scope, Counters counters) {
        this.db = db;
        this.scope = scope;
        this.counters = counters;
        Naming naming = db.naming;
        String where = " where bucket = ? and shop = ?";
        addAbsence = Dialect.insert(naming.in("${prefix}absence"), List.of("bucket", "shop", "place", "body"), 1);
        absences = naming.in("select body from ${prefix}absence" + where + " order by place");
        keep = db.dialect.insertIfAbsent(
                naming.in("${prefix}unreadable"),
                List.of("bucket", "shop", "ext", "place", "received", "channel", "external", "problem", "raw"),
                1);
        isKept = naming.in("select 1 from ${prefix}unreadable" + where + " and ext = ?");
        unreadable = naming.in("select channel, external, received, problem, raw from ${prefix}unreadable" + where
                + " order by place limit ?");
        forget = naming.in("delete from ${prefix}unreadable" + where + " and ext = ?");
        hold = db.dialect.insertIfAbsent(naming.in("${prefix}holder"), List.of("bucket", "shop", "id", "name"), 1);
        holder = naming.in("select name from ${prefix}holder" + where + " and id = ?") + db.dialect.keep();
    }

    void addAbsences(UnitOfWork unit, Connection connection, Script script) throws SQLException {
        List<Absence> added = unit.absences();
        if (added.isEmpty()) {
            return;
        }
        long last = counters.take(connection, ABSENCES, added.size(), 0);
        for (int i = 0; i < added.size(); i++) {
            script.run(Command.of(addAbsence, scope)
                    .number(last - added.size() + 1 + i)
                    .text(json(added.get(i))));
        }
    }

    private static String json(Absence absence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("agent", absence.agent().value());
        fields.put("deputy", absence.deputy().value());
        fields.put("from", absence.from().toString());
        fields.put("until", absence.until().toString());
        return DocumentJson.write(fields);
    }

    private static Absence absence(String json) {
        Map<String, Object> fields = DocumentJson.read(json);
        return new Absence(
                AgentId.of(String.valueOf(fields.get("agent"))),
                AgentId.of(String.valueOf(fields.get("deputy"))),
                Instant.parse(String.valueOf(fields.get("from"))),
                Instant.parse(String.valueOf(fields.get("until"))));
    }

    List<Absence> absences() {
        return List.copyOf(db.list(Command.of(absences, scope), row -> absence(row.getString(1))));
    }

    void keep(UnreadableInbound inbound) {
        UUID key = Keys.of(inbound.key());
        db.write(connection -> {
            if (!db.list(connection, Command.of(isKept, scope).id(key), row -> 1)
                    .isEmpty()) {
                return CommitResult.COMMITTED;
            }
            return new Script()
                    .run(Command.of(keep, scope)
                            .id(key)
                            .number(counters.take(connection, UNREADABLE, 1, 0))
                            .number(Micros.of(inbound.receivedAt()))
                            .bytes(Texts.bytes(inbound.key().channel().value()))
                            .bytes(Texts.bytes(inbound.key().externalId()))
                            .bytes(Texts.bytes(inbound.problem()))
                            .bytes(inbound.raw()))
                    .run(connection, db.dialect);
        });
    }

    void forget(UnitOfWork unit, Script script) {
        unit.forgottenUnreadable()
                .forEach(key -> script.alone(Command.of(forget, scope).id(Keys.of(key))));
    }

    List<UnreadableInbound> unreadable(int limit) {
        return List.copyOf(db.list(
                Command.of(unreadable, scope).number(limit),
                row -> new UnreadableInbound(
                        new InboundKey(ChannelId.of(Texts.text(row.getBytes(1))), Texts.text(row.getBytes(2))),
                        Micros.instant(row.getLong(3)),
                        Texts.text(row.getBytes(4)),
                        row.getBytes(5))));
    }

    /** All or none: what somebody else holds undoes the rest. */
    Map<String, String> claim(Map<String, String> holders) {
        List<Map.Entry<String, String>> sorted = holders.entrySet().stream()
                .sorted(Comparator.comparing(entry -> Keys.of("holder", entry.getKey())))
                .toList();
        Map<String, String> others = new LinkedHashMap<>();
        db.write(connection -> {
            others.clear();
            for (Map.Entry<String, String> entry : sorted) {
                UUID key = Keys.of("holder", entry.getKey());
                new Script()
                        .run(Command.of(hold, scope).id(key).bytes(Texts.bytes(entry.getValue())))
                        .run(connection, db.dialect);
                String now =
                        Texts.text(db.list(connection, Command.of(holder, scope).id(key), row -> row.getBytes(1))
                                .get(0));
                if (!now.equals(entry.getValue())) {
                    others.put(entry.getKey(), now);
                }
            }
            return others.isEmpty() ? CommitResult.COMMITTED : CommitResult.CONFLICT;
        });
        return Map.copyOf(others);
    }
}
