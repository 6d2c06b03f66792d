package dev.heed.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.ServiceOptions;
import dev.heed.config.ConfigNode;
import dev.heed.config.JsonDocuments;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.HolidayCalendar;
import dev.heed.people.Shop;
import dev.heed.sla.SlaReading;
import dev.heed.sla.config.SlaConfiguration;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/configuration.md shows, done. */
class ConfigurationDocumentTest {
    private final HolidayCalendar bavaria = HolidayCalendar.of("Bavaria", LocalDate.of(2026, 12, 25));

    @Test
    void aDeskGoesByADocumentInYaml(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("service.yaml"), example("yaml"));
        Shop shop = Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        var maria = DeskExtension.MARIA;
        var mail = FakeChannel.named("email");
        var clock = VirtualClock.at("2026-06-08T08:00:00Z");
        List<String> pager = new ArrayList<>();

        SlaConfiguration configuration =
                SlaConfiguration.reader().holidays("bavaria", bavaria).read(YamlDocuments.read(Files.readString(file)));
        Helpdesk desk = Helpdesk.builder(shop)
                .agent(maria)
                .channel(mail)
                .clock(clock)
                .service(ServiceOptions.of(configuration)
                        .withAction("page", (event, level) -> pager.add("Ticket " + event.ticket() + " is late.")))
                .build();

        mail.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();
        TicketId ticket = desk.as(maria).queue(1).get(0).id();
        assertThat(desk.as(maria).service().clocks(ticket))
                .extracting(SlaReading::target)
                .containsExactly(SlaTarget.FIRST_REPLY, SlaTarget.TOTAL_RESOLUTION);
        clock.advance(Duration.ofDays(2));
        desk.runDue();
        assertThat(pager).hasSize(1);
        desk.close();
    }

    @Test
    void theExampleInJsonIsRead() throws IOException {
        String json = example("json");

        SlaConfiguration configuration = SlaConfiguration.reader().readJson(json);
        BusinessHours office = configuration.calendar("office");

        assertThat(office.isOpen(Instant.parse("2026-06-08T08:00:00Z"))).isTrue();
        assertThat(configuration.levels().versions()).hasSize(1);
    }

    @Test
    void theMistakeOfTheDocumentIsSaidAsItStandsThere() throws IOException {
        String yaml = example("yaml").replaceFirst("(?s)(standard.*?)within", "$1witin");

        assertThatThrownBy(() ->
                        SlaConfiguration.reader().holidays("bavaria", bavaria).read(YamlDocuments.read(yaml)))
                .hasMessageStartingWith(example("text").strip());
    }

    @Test
    void everyFieldOfTheSchemaIsInTheDocument() throws IOException {
        String document = document();
        Set<String> fields = new TreeSet<>();
        collect(JsonDocuments.read(SlaConfiguration.schema()), fields);

        fields.removeAll(Set.of("tuesday", "wednesday", "thursday", "friday", "saturday")); // monday to sunday
        assertThat(fields)
                .contains("calendars", "within")
                .allSatisfy(field -> assertThat(document).contains("`" + field));
    }

    private static void collect(ConfigNode schema, Set<String> fields) {
        schema.fields().forEach((name, value) -> {
            if (name.equals("properties")) {
                fields.addAll(value.fields().keySet());
            }
            collect(value, fields);
        });
    }

    private static String example(String language) throws IOException {
        Matcher example = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(document());
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/configuration.md"));
    }
}
