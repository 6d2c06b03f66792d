package dev.heed.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.error.StoreException;
import dev.heed.jdbc.tx.JoinedCaller;
import dev.heed.jdbc.tx.ShopWithDesk;
import dev.heed.jdbc.tx.ShopWithDesk.Rows;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the shop are on a disk of 24 MB, which the shop fills. Only root may make such a disk. */
class FullDiskTest {
    private static final int LETTERS = 30_000;

    @Test
    void whatFindsNoRoomIsNotWrittenAndSucceedsOnceThereIsRoom(@TempDir Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m,mode=0777", "tmpfs", disk.toString()),
                "A disk cannot be mounted here.");
        try (OwnServer server = new OwnServer(folder)) {
            try (Connection connection = server.database("postgres").connect()) {
                execute(
                        connection,
                        "create tablespace small location '" + Files.createDirectory(disk.resolve("t")) + "'");
                execute(connection, "create database shop tablespace small");
            }
            TestDatabase where = server.database("shop");
            try (ShopWithDesk shop = new ShopWithDesk(new JoinedCaller(where, where.pool()))) {
                fillAndFree(shop, where);
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fillAndFree(ShopWithDesk shop, TestDatabase where) throws SQLException {
        TicketId ticket = shop.ticketOf("ana@example.com");
        String words = words();
        try (Connection connection = where.connect()) {
            execute(connection, "create table filler (words text)");
            assertThatThrownBy(() -> execute(
                            connection,
                            "insert into filler select repeat(md5(i::text), 60) from generate_series(1, 100000) i"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            full -> assertThat(full.getSQLState()).isEqualTo("53100"));
            Rows before = shop.rows(ticket);

            assertThatThrownBy(() -> shop.desk.as(ShopWithDesk.MARIA).notes().add(ticket, words))
                    .isInstanceOfSatisfying(StoreException.class, refused -> {
                        assertThat(refused.kind()).isEqualTo(StoreException.Kind.FULL);
                        assertThat(refused.mayBeWritten()).isFalse();
                        assertThat(refused).hasMessageContaining("SQLState 53100");
                    });
            assertThat(shop.rows(ticket)).isEqualTo(before);
            assertThat(shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).notes())
                    .isEmpty();

            execute(connection, "drop table filler");
        }
        shop.desk.as(ShopWithDesk.MARIA).notes().add(ticket, words);

        assertThat(shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo(words));
    }

    /** Which no database makes shorter than a page. */
    private static String words() {
        Random chance = new Random(1);
        StringBuilder words = new StringBuilder(LETTERS);
        while (words.length() < LETTERS) {
            words.append(chance.nextInt(5) == 0 ? ' ' : (char) ('a' + chance.nextInt(26)));
        }
        return words.toString().strip();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
