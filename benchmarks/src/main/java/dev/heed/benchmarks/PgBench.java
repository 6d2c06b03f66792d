package dev.heed.benchmarks;

import dev.heed.benchmarks.HeardConnections.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load generator with statements that a desk was heard to run: the least that they can take. What names
 * something new is another one in each run; all else is as it was heard.
 */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Path script;
    private final Path program;

    private PgBench(Path program, Path script) {
        this.program = program;
        this.script = script;
    }

    /** Empty if it is not installed here. */
    static Optional<PgBench> of(Collection<Statement> statements, long newNumber) {
        return program().map(program -> {
            try {
                Path script = Files.createTempFile("heed", ".sql");
                script.toFile().deleteOnExit();
                Files.writeString(script, text(statements, newNumber));
                return new PgBench(program, script);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<Path> program() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Collection<Statement> statements, long newNumber) {
        StringBuilder text = new StringBuilder("\\set n random(10000000, 9000000000000000)\n");
        Map<UUID, Integer> ids = new LinkedHashMap<>();
        for (Statement statement : statements) {
            String[] parts = statement.text().replaceAll("\\s+", " ").split("\\?", -1);
            StringBuilder line = new StringBuilder(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                line.append(literal(statement.values().get(i - 1), ids, newNumber))
                        .append(parts[i]);
            }
            text.append(line).append(";\n");
        }
        return text.toString();
    }

    private static String literal(Object value, Map<UUID, Integer> ids, long newNumber) {
        if (value instanceof UUID id) {
            return "md5(:n || '-" + ids.computeIfAbsent(id, unknown -> ids.size()) + "')::uuid";
        } else if (value instanceof Long number) {
            return number == newNumber ? ":n" : number + "::bigint";
        } else if (value instanceof Boolean flag) {
            return flag.toString();
        } else if (value instanceof byte[] bytes) {
            return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
        } else if (value == HeardConnections.NULL) {
            return "null";
        }
        return "('" + value.toString().replace("'", "''").replace(":", ":' || '") + "')"; // no variable begins there
    }

    /** How often a second so many clients run it. */
    double run(int port, int clients, long seconds) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-n",
                "-h",
                "localhost",
                "-p",
                String.valueOf(port),
                "-U",
                "postgres",
                "-M",
                "prepared",
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.valueOf(seconds),
                "-f",
                script.toString(),
                "postgres"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException(output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
