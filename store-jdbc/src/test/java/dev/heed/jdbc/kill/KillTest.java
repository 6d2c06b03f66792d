package dev.heed.jdbc.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What docs/storage.md says of many nodes holds whoever is killed, seen from outside; and where it does not hold, that is seen.
 * {@code -Dheed.kills=2000} kills more.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("heed.kills", 50);
    private static final int A_FEW = 20;
    private static final long SEED = Long.getLong("heed.killSeed", 1);

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndNothingIsDoneTwiceWhoeverIsKilled(KillableServer.Kind kind) throws Exception {
        new Kills(kind, KILLS, SEED, Fault.NONE).run();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedFaultIsFound(Fault fault) {
        Throwable found = catchThrowable(() -> new Kills(KillableServer.Kind.POSTGRES, A_FEW, SEED, fault).run());

        assertThat(found).as(fault.name()).isInstanceOf(AssertionError.class);
    }
}
