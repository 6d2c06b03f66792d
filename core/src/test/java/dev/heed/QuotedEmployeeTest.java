package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Agent;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedEmployeeTest {
    @ParameterizedTest
    @CsvSource({"KIM-1, KİM-1", "KİM-1, kim-1", "kım-1, KIM-1", "STRAßE-1, straße-1", "E-1, e-1"})
    void anIdIsFoundInWhateverCaseItIsWritten(String id, String quoted) {
        QuotedEmployee ids = new QuotedEmployee(
                List.of(Agent.builder("kim", "Kim Ode").employeeId(id).build()));
        Message message = Message.builder(
                        new MessageId("m-1"),
                        new Author.ByCustomer(CustomerId.of("c-1")),
                        Direction.INBOUND,
                        Instant.EPOCH,
                        "Please ask " + quoted + ".")
                .build();

        assertThat(ids.in("", message)).isPresent();
        assertThat(ids.in("About " + quoted, message)).isPresent();
    }
}
