package dev.heed.jdbc;

import dev.heed.message.ChannelId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What leads from the world outside to a ticket: keys of inbound messages, names of messages. Thread-safe. */
final class Names {
    private final Db db;
    private final Scope scope;
    private final String accept;
    private final String accepted;
    private final String acceptedInAnyForm;
    private final String forget;
    private final String tie;
    private final String tied;
    private final String untie;

    Names(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
        Naming naming = db.naming;
        accept = db.dialect.insertIfAbsent(
                naming.in("${prefix}inbound"), List.of("bucket", "shop", "ext", "ticket", "forgotten"), 1);
        tie = db.dialect.insertIfAbsent(
                naming.in("${prefix}reference"), List.of("bucket", "shop", "name", "ticket"), 1);
        String where = " where bucket = ? and shop = ?";
        acceptedInAnyForm = naming.in("select ticket from ${prefix}inbound" + where + " and ext = ?");
        accepted = acceptedInAnyForm + " and forgotten = ?";
        forget = naming.in("update ${prefix}inbound set forgotten = true" + where + " and ticket = ?");
        tied = naming.in("select ticket from ${prefix}reference" + where + " and name = ?");
        untie = naming.in("delete from ${prefix}reference" + where + " and ticket = ?");
    }

    /** First of all: its refusal weighs most. */
    void accept(UnitOfWork unit, Script script) {
        unit.inbound()
                .ifPresent(inbound -> script.expect(
                        CommitResult.DUPLICATE,
                        Command.of(accept, scope)
                                .id(Keys.of(inbound.key()))
                                .id(inbound.ticket().value())
                                .flag(isForgotten(inbound.key()))));
    }

    private static boolean isForgotten(InboundKey key) {
        return key.forgotten().equals(key);
    }

    void tie(UnitOfWork unit, Script script) {
        for (UnitOfWork.Reference reference : unit.references()) {
            script.run(Command.of(tie, scope)
                    .id(Keys.reference(reference.channel(), reference.value()))
                    .id(reference.ticket().value()));
        }
    }

    /** Of a ticket whose history is replaced: the keys are known still, the names lead nowhere. */
    void forgetOf(UUID ticket, Script script) {
        script.alone(Command.of(forget, scope).id(ticket));
        script.alone(Command.of(untie, scope).id(ticket));
    }

    Optional<TicketId> find(InboundKey key) {
        return db.first(Command.of(accepted, scope).id(Keys.of(key)).flag(isForgotten(key)), this::ticket);
    }

    /** Both forms have one key. */
    Optional<TicketId> findInAnyForm(InboundKey key) {
        return db.first(Command.of(acceptedInAnyForm, scope).id(Keys.of(key)), this::ticket);
    }

    Optional<TicketId> find(ChannelId channel, String name) {
        return db.first(Command.of(tied, scope).id(Keys.reference(channel, name)), this::ticket);
    }

    private TicketId ticket(ResultSet row) throws SQLException {
        return new TicketId(db.dialect.id(row, 1));
    }
}
