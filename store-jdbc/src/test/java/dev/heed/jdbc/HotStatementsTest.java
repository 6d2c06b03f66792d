package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.testkit.simulation.Simulation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every statement that a busy shop runs names its bucket and its shop, and goes along an index. */
class HotStatementsTest {
    private static final int SEEDS = 6;
    private static final int MANY = 10_000;
    private static final Pattern SCAN = Pattern.compile("(Index|Bitmap|Seq).* on heed_\\w+.*|Bitmap Index Scan .*");

    @Test
    void everyPlanBeginsWithTheBucket() throws SQLException {
        try (HikariDataSource pool = Postgres.newDatabase()) {
            Set<String> texts = whatABusyShopRuns(pool);
            assertThat(texts).hasSizeGreaterThan(40);
            String simple = pool.getJdbcUrl() + "&user=postgres&preferQueryMode=simple"; // a plan without values
            try (Connection connection = DriverManager.getConnection(simple);
                    Statement statement = connection.createStatement()) {
                statement.execute("set enable_seqscan = off");
                int scans = 0;
                for (String text : texts) {
                    List<String> plan = plan(statement, text);
                    scans += (int) plan.stream().filter(line -> isScan(line)).count();
                    assertThat(scansWithoutBucket(plan))
                            .as("%s%n%s", text, String.join("\n", plan))
                            .isEmpty();
                }
                assertThat(scans).isGreaterThan(texts.size());
            }
        }
    }

    /** Statements that look at what is there are heard when they are prepared. */
    private static Set<String> whatABusyShopRuns(HikariDataSource pool) {
        HeardStatements heard = new HeardStatements(pool);
        HeedDatabase database = HeedDatabase.builder(heard).build();
        database.migrate();
        AtomicInteger shops = new AtomicInteger();
        Simulation.on(() -> database.store("shop-" + shops.incrementAndGet())).seeds(1, SEEDS);
        for (int shop = 1; shop <= shops.get(); shop++) {
            database.archive("shop-" + shop, Instant.parse("9999-01-01T00:00:00Z"), MANY);
        }
        heard.texts.removeIf(text -> !text.contains("heed_") || text.startsWith("analyze"));
        return heard.texts;
    }

    private static List<String> plan(Statement statement, String text) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String one : text.split(";\n", -1)) {
            StringBuilder numbered = new StringBuilder("explain (generic_plan) ");
            int parameter = 0;
            for (String part : one.split("\\?", -1)) {
                numbered.append(parameter == 0 ? "" : "$" + parameter).append(part);
                parameter++;
            }
            try (ResultSet row = statement.executeQuery(numbered.toString())) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
        }
        return lines;
    }

    /** A scan of one of our tables is followed by its conditions, farther in. */
    private static List<String> scansWithoutBucket(List<String> plan) {
        List<String> without = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            if (isScan(plan.get(i))) {
                String condition = i + 1 < plan.size() ? plan.get(i + 1) : "";
                if (!condition.contains("Index Cond") || !condition.contains("bucket")) {
                    without.add(plan.get(i));
                }
            }
        }
        return without;
    }

    private static boolean isScan(String line) {
        String bare = line.strip().replaceFirst("^-> +", "");
        return SCAN.matcher(bare).matches() && !bare.startsWith("Bitmap Heap");
    }
}
