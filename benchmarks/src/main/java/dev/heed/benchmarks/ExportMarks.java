package dev.heed.benchmarks;

import dev.heed.Helpdesk;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.privacy.ExportAudience;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Takes out everything about a customer, and says how much memory is held meanwhile beside what the store holds anyway:
 * looked at after a collection of all garbage, at twenty places of the export. Measured beside the bytes that come out.
 */
public final class ExportMarks {
    private static final int IN_ONE_TICKET = 100;
    private static final int LOOKS = 20;
    private static final long MARK = 1_000_000;
    private static final String TEXT = "My parcel has not come, and I have waited for it for a week. ".repeat(70);

    private final MemoryChannel channel = new MemoryChannel();
    private Instant now = Instant.parse("2026-06-08T07:00:00Z");
    private final Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
            .agent(Agent.builder("maria", "Maria Keller").employeeId("E-1017").build())
            .channel(channel)
            .store(new InMemoryTicketStore())
            .clock(() -> now)
            .build();
    private int last;

    private ExportMarks() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        ExportMarks program = new ExportMarks();
        program.measure(100, false);
        for (int messages : new int[] {1_000, 10_000}) {
            program.measure(messages, true);
        }
    }

    private void measure(int messages, boolean told) throws IOException {
        CustomerId customer = CustomerId.of("c-" + messages);
        write(customer, messages);
        long size = export(customer, new Counting(Long.MAX_VALUE));
        Counting out = new Counting(size / LOOKS);
        long before = used();
        require(export(customer, out) == size);
        long held = out.most - before;
        if (told) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d messages: %,d bytes come out, at most %,d bytes are held meanwhile (%.2f %%), mark %,d: %s%n",
                    messages,
                    size,
                    held,
                    100.0 * held / size,
                    MARK,
                    held <= MARK ? "kept" : "missed");
        }
    }

    private long export(CustomerId customer, Counting out) throws IOException {
        desk.backoffice().privacy().export(customer, ExportAudience.SHOP, out);
        return out.count;
    }

    /** A hundred in each ticket. */
    private void write(CustomerId customer, int messages) {
        EmailAddress address = EmailAddress.of(customer.value() + "@example.com");
        desk.backoffice()
                .register(Customer.builder(customer.value()).address(address).build());
        String first = "";
        for (int i = 0; i < messages; i++) {
            now = now.plus(Duration.ofMillis(1));
            String name = "in-" + ++last;
            InboundMessage.Builder mail = InboundMessage.builder(name, TEXT)
                    .sender(address)
                    .subject("My parcel")
                    .sentAt(now)
                    .reference(name);
            if (i % IN_ONE_TICKET == 0) {
                first = name;
                channel.put(mail.build());
            } else {
                channel.put(mail.answers(List.of(first)).build());
            }
        }
        desk.runDue();
    }

    /** What is garbage is not held. */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    /** Throws away what is written, and looks now and then how much is used. */
    private static final class Counting extends OutputStream {
        private final long step;
        private long count;
        private long next;
        private long most;

        Counting(long step) {
            this.step = step;
            this.next = step;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
            if (count >= next) {
                most = Math.max(most, used());
                next += step;
            }
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("Two exports differ.");
        }
    }
}
