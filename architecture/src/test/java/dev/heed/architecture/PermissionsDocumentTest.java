package dev.heed.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Permission;
import dev.heed.people.Permissions;
import dev.heed.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of permissions in the guide is the one in the code. */
class PermissionsDocumentTest {
    private static final String BEGIN = "<!-- permissions -->\n";
    private static final String END = "<!-- /permissions -->";

    @Test
    void theTableInTheGuideIsDrawnFromTheCode() throws IOException {
        String guide = Files.readString(Path.of("../docs/customers.md"));

        assertThat(guide.substring(guide.indexOf(BEGIN) + BEGIN.length(), guide.indexOf(END)))
                .as("put this between the marks of docs/customers.md:%n%s", table())
                .isEqualTo(table());
    }

    private static String table() {
        Permissions standard = Permissions.standard();
        return row("permission", Role::name, "what it permits")
                + row("---", role -> "---", "---")
                + Stream.of(Permission.values())
                        .map(permission -> row(
                                "`" + permission + "`",
                                role -> standard.allows(role, permission) ? "yes" : "",
                                permission.what()))
                        .collect(Collectors.joining());
    }

    private static String row(String first, Function<Role, String> cell, String last) {
        return Stream.of(Role.values())
                .map(cell)
                .map(text -> text.isEmpty() ? " |" : " " + text + " |")
                .collect(Collectors.joining("", "| " + first + " |", " " + last + " |\n"));
    }
}
