package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private final Permissions standard = Permissions.standard();

    private static Set<Permission> of(Permissions table, Role role) {
        return Stream.of(Permission.values())
                .filter(permission -> table.allows(role, permission))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    @Test
    void anOwnerMayDoEverything() {
        assertThat(of(standard, Role.OWNER)).containsExactly(Permission.values());
    }

    @Test
    void anAuditorReadsAndChangesNothing() {
        assertThat(of(standard, Role.AUDITOR))
                .isNotEmpty()
                .allMatch(Permission::readsOnly)
                .contains(Permission.READ, Permission.SEE_VIEWS_OF_OTHERS);
    }

    @Test
    void eachStepUpTheLadderAddsAndTakesNothingAway() {
        List<Role> ladder = List.of(Role.TRAINEE, Role.AGENT, Role.LEAD, Role.OWNER);
        for (int i = 1; i < ladder.size(); i++) {
            assertThat(of(standard, ladder.get(i)))
                    .containsAll(of(standard, ladder.get(i - 1)))
                    .hasSizeGreaterThan(of(standard, ladder.get(i - 1)).size());
        }
    }

    @Test
    void aTraineeAnswersAndDecidesNothing() {
        assertThat(of(standard, Role.TRAINEE))
                .contains(Permission.READ, Permission.ANSWER)
                .doesNotContain(
                        Permission.MARK_SPAM,
                        Permission.MERGE,
                        Permission.CLASSIFY_COMPLAINT,
                        Permission.ERASE,
                        Permission.DECIDE_AGAINST,
                        Permission.EXPORT);
    }

    @Test
    void oneCellIsReplacedAndNoOther() {
        Permissions more = standard.allowing(Role.AGENT, Permission.BULK);
        Permissions less = standard.forbidding(Role.AGENT, Permission.MERGE);

        for (Role role : Role.values()) {
            for (Permission permission : Permission.values()) {
                boolean before = standard.allows(role, permission);
                boolean agent = role == Role.AGENT;
                assertThat(more.allows(role, permission)).isEqualTo(before || (agent && permission == Permission.BULK));
                assertThat(less.allows(role, permission))
                        .isEqualTo(before && !(agent && permission == Permission.MERGE));
            }
        }
        assertThat(more.rolesWith(Permission.BULK)).containsExactly(Role.AGENT, Role.LEAD, Role.OWNER);
    }

    @Test
    void everyCellOfOthersCanBeReplaced() {
        for (Role role : Role.values()) {
            for (Permission permission : Permission.values()) {
                assertThat(standard.allowing(role, permission).allows(role, permission))
                        .isTrue();
                if (role != Role.OWNER && permission != Permission.READ) {
                    assertThat(standard.forbidding(role, permission).allows(role, permission))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void somebodyCanDoEverythingAndEverybodyCanRead() {
        assertThatThrownBy(() -> standard.forbidding(Role.OWNER, Permission.BULK))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("BULK");
        assertThatThrownBy(() -> standard.forbidding(Role.AUDITOR, Permission.READ))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("AUDITOR");
    }
}
