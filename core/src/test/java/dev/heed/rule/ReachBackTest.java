package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.Signature;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P03: the same person can be reached again. Maria has a direct line and an employee id, Jürgen only an id. */
class ReachBackTest {
    private static final Signature NAME = Signature.of("Maria Keller");

    private final CameraShop shop = CameraShop.open();

    @Nested
    class Passes {
        @Test
        void withEverythingThatIsRegistered() {
            assertThat(signed(Signature.of(CameraShop.MARIA))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"+49 30 901820", "+49 (30) 90 18 20", "+4930901820", "+49-30-901820"})
        void withTheDirectLineHoweverItIsWritten(String line) {
            assertThat(signed(NAME.withDirectLine(line))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"E-1001", "e-1001"})
        void withTheEmployeeIdInEitherCase(String id) {
            assertThat(signed(NAME.withEmployeeId(id))).isEmpty();
        }

        @Test
        void aProgramWhichHasNone() {
            assertThat(shop.writtenByBot("Your parcel is on its way.")).isEmpty();
        }
    }

    @Nested
    class Refuses {
        @Test
        void aNameAlone() {
            assertThat(signed(NAME)).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(PracticeCode.REACH_BACK_MISSING);
                assertThat(finding.problem()).contains("neither a direct line nor an employee id");
                assertThat(finding.remedy()).contains("agent maria");
            });
        }

        @Test
        void aRoleInsteadOfAWayBack() {
            assertThat(codes(NAME.withRole("Order support"))).containsExactly(PracticeCode.REACH_BACK_MISSING);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "+49 30 901821",
                    "030 901820",
                    "+49 30 901820 1",
                    "ask for Maria",
                    "+49 30 901820 or ask the team"
                })
        void aLineThatIsNotTheAuthors(String line) {
            assertThat(codes(NAME.withDirectLine(line))).containsExactly(PracticeCode.REACH_BACK_MISSING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"E-1002", "E1001", "1001", "E-10011"})
        void anEmployeeIdThatIsNotTheAuthors(String id) {
            assertThat(codes(NAME.withEmployeeId(id))).containsExactly(PracticeCode.REACH_BACK_MISSING);
        }

        @Test
        void aRightIdBesideAWrongLine() {
            assertThat(codes(NAME.withEmployeeId("E-1001").withDirectLine("+49 30 1")))
                    .containsExactly(PracticeCode.REACH_BACK_MISSING);
        }

        @Test
        void aLineOfSomebodyWhoHasNone() {
            Signature juergen = Signature.of(CameraShop.JUERGEN).withDirectLine("+49 30 901820");
            assertThat(shop.signed(CameraShop.JUERGEN, juergen))
                    .extracting(Finding::code)
                    .containsExactly(PracticeCode.REACH_BACK_MISSING);
        }
    }

    private List<Finding> signed(Signature signature) {
        return shop.signed(CameraShop.MARIA, signature);
    }

    private List<PracticeCode> codes(Signature signature) {
        return signed(signature).stream().map(Finding::code).toList();
    }
}
