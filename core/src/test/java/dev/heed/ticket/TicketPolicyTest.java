package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketPolicyTest {
    private static List<Method> durationSetters() {
        return Arrays.stream(TicketPolicy.Builder.class.getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Duration.class}))
                .toList();
    }

    @Test
    void whatNobodyCanKeepIsRefusedByNameWhenThePolicyIsBuilt() throws ReflectiveOperationException {
        for (Duration wrong : List.of(
                Duration.ofNanos(-1),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofDays(36_525).plusNanos(1),
                ChronoUnit.FOREVER.getDuration())) {
            for (Method setter : durationSetters()) {
                TicketPolicy.Builder builder = TicketPolicy.builder(TicketStory.HOURS);
                setter.invoke(builder, wrong);
                assertThatThrownBy(builder::build)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining(setter.getName());
            }
        }
    }

    @Test
    void aClosedTicketMayOpenAgainForALifetimeOrNeverMore() {
        for (Duration right : List.of(Duration.ZERO, Duration.ofDays(36_525))) {
            TicketPolicy policy =
                    TicketPolicy.builder(TicketStory.HOURS).reopenWithin(right).build();
            assertThat(policy.reopenWithin()).isEqualTo(right);
        }
    }

    @Test
    void aMissingDurationIsNamed() throws ReflectiveOperationException {
        List<Method> setters = durationSetters();
        assertThat(setters).hasSizeGreaterThanOrEqualTo(9);
        for (Method setter : setters) {
            try {
                setter.invoke(TicketPolicy.builder(TicketStory.HOURS), (Object) null);
                throw new AssertionError(setter + " takes null");
            } catch (InvocationTargetException e) {
                assertThat(e.getCause())
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage(setter.getName());
            }
        }
    }
}
