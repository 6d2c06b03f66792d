package dev.heed.jdbc.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.InvalidInputException;
import dev.heed.jdbc.tx.Caller;
import dev.heed.jdbc.tx.GatewayContract;
import dev.heed.jdbc.tx.ShopWithDesk;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.ticket.TicketId;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's {@code JpaTransactionManager}, as most shops on Spring have it. */
class SpringOnJpaTest extends GatewayContract {
    @Override
    protected Caller newCaller() {
        return new JpaCaller(TestDatabase.h2());
    }

    private interface Work {
        void run(JpaCaller caller, ShopWithDesk shop, TicketId ticket) throws Exception;
    }

    private static void inShop(Work work) throws Exception {
        JpaCaller caller = new JpaCaller(TestDatabase.h2());
        try (ShopWithDesk shop = new ShopWithDesk(caller)) {
            work.run(caller, shop, shop.ticketOf("ana@example.com"));
        }
    }

    private static void note(ShopWithDesk shop, TicketId ticket) {
        shop.desk.as(ShopWithDesk.MARIA).notes().add(ticket, "A replacement was ordered.");
    }

    private static int notes(ShopWithDesk shop, TicketId ticket) {
        return shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).notes().size();
    }

    @Test
    void anEntityAndATicketAreCommittedTogether() throws Exception {
        inShop((caller, shop, ticket) -> {
            caller.commit(connection -> {
                caller.entities().persist(new ShopOrder("A-1"));
                note(shop, ticket);
            });

            assertThat(shop.rows(ticket).orders()).isEqualTo(1);
            assertThat(notes(shop, ticket)).isEqualTo(1);
            caller.commit(connection -> assertThat(
                            caller.entities().find(ShopOrder.class, "A-1").id())
                    .isEqualTo("A-1"));
        });
    }

    @Test
    void anEntityAndATicketAreRolledBackTogether() throws Exception {
        inShop((caller, shop, ticket) -> {
            caller.rollBack(connection -> {
                caller.entities().persist(new ShopOrder("A-1"));
                caller.entities().flush();
                note(shop, ticket);
                assertThat(notes(shop, ticket)).isEqualTo(1);
            });

            assertThat(shop.rows(ticket).orders()).isZero();
            assertThat(notes(shop, ticket)).isZero();
            assertThat(shop.heard).isEmpty();
        });
    }

    /** Hibernate writes entities only before the commit. */
    @Test
    void anEntityThatIsRefusedWhenItIsWrittenAtTheEndUndoesTheTicketAsWell() throws Exception {
        inShop((caller, shop, ticket) -> {
            caller.commit(connection -> caller.entities().persist(new ShopOrder("A-1")));

            assertThatThrownBy(() -> caller.commit(connection -> {
                        caller.entities().persist(new ShopOrder("A-1"));
                        note(shop, ticket);
                    }))
                    .isInstanceOf(RuntimeException.class);

            assertThat(notes(shop, ticket)).isZero();
            assertThat(shop.heard).isEmpty();
        });
    }

    /** It shows no connection, so that the desk would write beside its transaction. */
    @Test
    void aManagerWithoutItsDialectIsRefusedBeforeAnythingIsWritten() throws SQLException {
        Configuration hibernate = new Configuration().addAnnotatedClass(ShopOrder.class);
        try (HikariDataSource pool = TestDatabase.h2().pool()) {
            hibernate.getProperties().put("hibernate.connection.datasource", pool);
            try (SessionFactory factory = hibernate.buildSessionFactory()) {
                JpaTransactionManager manager = new JpaTransactionManager(factory);
                SpringTx gateway = SpringTx.of(pool, manager);
                new TransactionTemplate(manager)
                        .executeWithoutResult(status -> assertThatThrownBy(
                                        () -> gateway.required(connection -> connection.isClosed()))
                                .isInstanceOf(InvalidInputException.class)
                                .hasMessageContaining("dialect"));
            }
        }
    }
}
