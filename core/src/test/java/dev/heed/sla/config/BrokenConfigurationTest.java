package dev.heed.sla.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is refused with its place, by the reader, and by the schema where a schema can see it. */
class BrokenConfigurationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SlaConfiguration.schema());

    private static List<Error> errors(String json) {
        try {
            return SCHEMA.validate(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.heed.sla.config.BrokenDocument#all")
    void theReaderNamesThePath(BrokenDocument broken) {
        assertThatThrownBy(() -> Examples.READER.readJson(broken.json()))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.problems()).hasSize(1);
                    assertThat(e.problem()).contains("At " + broken.path() + ", line 1, column ");
                    assertThat(e.getMessage()).contains(broken.said());
                    assertThat(e.remedy()).isNotBlank();
                });
    }

    @ParameterizedTest
    @MethodSource("dev.heed.sla.config.BrokenDocument#all")
    void theSchemaRefusesWhatItCanSee(BrokenDocument broken) {
        assertThat(errors(broken.json()).isEmpty()).isEqualTo(!broken.schema());
    }

    @Test
    void theSchemaTakesWhatTheReaderTakes() {
        List<String> taken = List.of(
                Examples.full(),
                Examples.goal("\"within\":\"90s\""),
                Examples.goal("\"within\":\"PT1H1M1S\""),
                Examples.levels("{\"name\":\"a\",\"before\":\"1h30min\"},{\"name\":\"b\",\"before\":\"30min 5s\"}"),
                Examples.versions(""),
                Examples.with("\"holidays\":[{\"name\":\"x\",\"date\":\"2026-06-05\",\"until\":\"09:00:01\"}]"),
                Examples.with("\"dates\":{\"2026-12-24\":{\"closedFrom\":\"14:00\",\"name\":\"Christmas\"}}"));

        assertThat(taken).allSatisfy(json -> {
            assertThat(errors(json)).isEmpty();
            assertThat(Examples.READER.readJson(json).calendars()).isNotEmpty();
        });
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> Examples.READER.readJson("""
                {
                  "calendars": {
                    "office": {"zone": "Nowhere", "week": {"monday": ["9-17"]}, "name": "x"},
                    "empty": {"zone": "UTC", "week": {}}
                  },
                  "versions": [
                    {"version": "1", "policies": [
                      {"name": "a", "hours": "office", "goals": {"firstReply": {"within": "-8h"}}},
                      {"name": "b", "hours": "missing", "goals": {}}
                    ]}
                  ],
                  "staff": {"mail": "office"}
                }
                """))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.what()
                                        .substring(0, problem.what().indexOf(": ")))
                                .containsExactly(
                                        "At calendars.office.name, line 3, column 65",
                                        "At calendars.office.zone, line 3, column 24",
                                        "At calendars.office.week.monday[0], line 3, column 55",
                                        "At calendars.empty.week, line 4, column 38",
                                        "At versions[0], line 7, column 5",
                                        "At versions[0].policies[0].goals.firstReply.within, line 8, column 75",
                                        "At versions[0].policies[1].hours, line 9, column 30",
                                        "At versions[0].policies[1].goals, line 9, column 50"));
    }

    @Test
    void theCodeOfAHouseRuleIsKept() {
        assertThatThrownBy(() -> Examples.READER.readJson(Examples.policies("")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.has(PracticeCode.TIER_WITHOUT_SERVICE))
                                .isTrue());
    }

    @Test
    void thousandsOfMistakesAreNotAllListed() {
        String many = "1,".repeat(50_000) + "1";

        assertThatThrownBy(() -> Examples.READER.readJson("{\"sameDay\":[" + many + "]}"))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.problems()).hasSize(101);
                    assertThat(e.problems().get(100))
                            .extracting(Problem::what)
                            .asString()
                            .startsWith("49902 more");
                });
    }

    @Test
    @Timeout(30)
    void largeDocumentsAreReadOrRefusedInTime() {
        String outings = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"name\":\"x\",\"yearly\":\"05-04\"}")
                .collect(Collectors.joining(","));
        String dates = IntStream.range(0, 40_000)
                .mapToObj(i -> "\"" + LocalDate.EPOCH.plusDays(i) + "\":{\"closed\":true}")
                .collect(Collectors.joining(","));
        String calendars = IntStream.range(0, 40_000)
                .mapToObj(i -> "\"c" + i + "\":{\"zone\":\"Nowhere/" + i + "\"}")
                .collect(Collectors.joining(","));
        String policies = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"name\":\"p" + i + "\",\"hours\":\"office\",\"when\":{\"tags\":[\"t" + i
                        + "\"]},\"goals\":{\"firstReply\":{\"within\":\"8h\"}}}")
                .collect(Collectors.joining(","));

        assertThat(Examples.READER
                        .readJson(Examples.with("\"holidays\":[" + outings + "]"))
                        .calendars())
                .hasSize(1);
        for (String json : List.of(
                Examples.with("\"dates\":{" + dates + "}"),
                "{\"calendars\":{" + calendars + "}}",
                Examples.policies(policies))) {
            assertThatThrownBy(() -> Examples.READER.readJson(json)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void whatSomebodyWroteIsRepeatedInShort() {
        assertThatThrownBy(
                        () -> Examples.READER.readJson(Examples.goal("\"within\":\"x\\n" + "y".repeat(5_000) + "\"")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problem())
                                .contains("'x?yyy")
                                .doesNotContain("\n")
                                .hasSizeLessThan(300));
    }

    @Test
    void holidaysThatNobodyHandedInAreRefused() {
        assertThatThrownBy(() -> SlaConfiguration.reader().readJson(Examples.with("\"holidays\":[\"bavaria\"]")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("At calendars.office.holidays[0], line 1, column ")
                .hasMessageContaining("no holidays were handed in");
    }
}
