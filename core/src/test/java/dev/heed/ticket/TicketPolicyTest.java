package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketPolicyTest {
    @Test
    void aMissingDurationIsNamed() throws ReflectiveOperationException {
        List<Method> setters = Arrays.stream(TicketPolicy.Builder.class.getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Duration.class}))
                .toList();
        assertThat(setters).hasSize(7);
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
