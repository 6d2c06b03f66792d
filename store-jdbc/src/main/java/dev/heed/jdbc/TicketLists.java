package dev.heed.jdbc;

import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.Ticket;
import java.util.List;

/** The lists of {@link TicketQuery}, each along one index. Thread-safe. */
final class TicketLists {

    private static final String NOT_OVER = " and status <> " + TicketRow.CLOSED + " and aside <> " + TicketRow.DELETED;

    private final Db db;
    private final Scope scope;
    private final TicketReads reads;
    private final String rows;
    private final String asked;

    TicketLists(Db db, Scope scope, TicketReads reads) {
        this.db = db;
        this.scope = scope;
        this.reads = reads;
        rows = db.naming.in("select id, version, edition from ${prefix}ticket where bucket = ? and shop = ?");
        asked = db.naming.in("select t.id, t.version, t.edition from ${prefix}term a join ${prefix}ticket t"
                + " on t.bucket = a.bucket and t.shop = a.shop and t.id = a.ticket"
                + " where a.bucket = ? and a.shop = ? and a.term = ?" + first("a.at, t.number"));
    }

    List<Ticket> list(TicketQuery query, int limit) {
        Command command = command(query).number(limit);
        return reads.tickets(db.list(command, row -> TicketReads.head(row, db.dialect)));
    }

    private Command command(TicketQuery query) {
        if (query instanceof TicketQuery.OfCustomer of) {
            return where("customer = ?", "arrival desc, number desc").id(Keys.of(of.customer()));
        } else if (query instanceof TicketQuery.OwnedBy by) {
            return where("owner = ?" + NOT_OVER, "number").id(Keys.of(by.owner()));
        } else if (query instanceof TicketQuery.AtHand hand) {
            return where("owner = ? and snoozed is null" + NOT_OVER, "number").id(Keys.of(hand.owner()));
        } else if (query instanceof TicketQuery.Snoozed off) {
            return off.by().isEmpty()
                    ? where("snoozed is not null", "snoozed, number")
                    : where("snoozed is not null and snoozed_by = ?", "snoozed, number")
                            .id(off.by(), Keys::of);
        } else if (query instanceof TicketQuery.Waiting) {
            return where("waiting is not null", "waiting, number");
        } else if (query instanceof TicketQuery.Due due) {
            return where("wake <= ?", "wake, number").number(Micros.of(due.now()));
        } else if (query instanceof TicketQuery.AskedOf of) {
            return Command.of(asked, scope).id(Keys.of(of.asked()));
        } else if (query instanceof TicketQuery.AwaitingApproval) {
            return where("approval is not null", "approval, number");
        }
        return aside(query);
    }

    private Command aside(TicketQuery query) {
        String lastFirst = "aside_at desc, number desc";
        if (query instanceof TicketQuery.Deleted) {
            return where("aside_at is not null and aside = " + TicketRow.DELETED, lastFirst);
        } else if (query instanceof TicketQuery.Spam) {
            return where("aside_at is not null and aside = " + TicketRow.SPAM, lastFirst);
        } else if (query instanceof TicketQuery.Exempted) {
            return where("aside_at is not null and aside <> " + TicketRow.DELETED, lastFirst);
        }
        throw new IllegalStateException("There is a query without a statement.");
    }

    private Command where(String condition, String order) {
        return Command.of(rows + " and " + condition + first(order), scope);
    }

    private static String first(String order) {
        return " order by " + order + " limit ?";
    }
}
