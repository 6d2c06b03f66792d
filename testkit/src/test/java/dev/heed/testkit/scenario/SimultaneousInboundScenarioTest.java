package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.Receipt;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Eight threads of one channel hand over at the same instant, as those of a webhook do. */
class SimultaneousInboundScenarioTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 50;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final WebHook webHook = new WebHook();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> builder.channel(webHook).store(new YieldingStore()));

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    private static InboundMessage message(String id, String text) {
        return InboundMessage.builder(id, text)
                .sender(EmailAddress.of("ana@example.com"))
                .reference(id)
                .build();
    }

    @Test
    void theSameMessageIsOneTicket() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            InboundMessage same = message("id-" + round, "Where is parcel " + round + "?");
            List<Receipt> receipts = webHook.atOnce(thread -> same);

            assertThat(receipts)
                    .extracting(Receipt::ticket)
                    .containsOnly(receipts.get(0).ticket());
            assertThat(receipts)
                    .filteredOn(receipt -> receipt.how() == Receipt.How.OPENED)
                    .hasSize(1);
            assertThat(receipts)
                    .filteredOn(receipt -> receipt.how() == Receipt.How.DUPLICATE)
                    .hasSize(THREADS - 1);
        }
        heed.run();

        assertThat(heed.tickets()).hasSize(ROUNDS);
        assertThat(webHook.sent).hasSize(3); // acknowledgements a day
    }

    @Test
    void theFirstMessagesOfAStrangerMakeOneCustomer() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress stranger = EmailAddress.of("stranger" + round + "@example.com");
            String prefix = "id-" + round + "-";
            List<Receipt> receipts =
                    webHook.atOnce(thread -> InboundMessage.builder(prefix + thread, "Question " + thread)
                            .sender(stranger)
                            .build());
            List<Ticket> opened = receipts.stream()
                    .map(receipt -> heed.maria().getTicket(receipt.ticket()))
                    .toList();

            assertThat(opened).extracting(Ticket::number).hasSize(THREADS).doesNotHaveDuplicates();
            assertThat(opened)
                    .extracting(Ticket::customer)
                    .containsOnly(opened.get(0).customer());
        }
    }

    @Test
    void answersToOneTicketAllArriveInIt() throws Exception {
        webHook.atOnce(thread -> message("first", "Where is my parcel?"));
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = "id-" + round + "-";
            webHook.atOnce(thread -> InboundMessage.builder(prefix + thread, "Hello " + prefix + thread)
                    .sender(EmailAddress.of("ana@example.com"))
                    .answers(List.of("first"))
                    .build());
        }

        assertThat(heed.onlyTicket().messages()).hasSize(2 + ROUNDS * THREADS).doesNotHaveDuplicates();
    }

    /** A channel that is called from outside instead of looking. */
    private final class WebHook implements ChannelAdapter {
        private final Queue<OutboundMessage> sent = new ConcurrentLinkedQueue<>();
        private final CyclicBarrier barrier = new CyclicBarrier(THREADS);
        private IntFunction<InboundMessage> arriving = thread -> message("none", "");
        private final List<Receipt> receipts = new ArrayList<>();

        List<Receipt> atOnce(IntFunction<InboundMessage> messages) {
            arriving = messages;
            receipts.clear();
            var unused = heed.run();
            assertThat(receipts).hasSize(THREADS);
            return List.copyOf(receipts);
        }

        @Override
        public void poll(Inbox inbox) {
            List<Callable<Receipt>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                calls.add(() -> {
                    barrier.await();
                    return inbox.receive(arriving.apply(thread));
                });
            }
            try {
                for (Future<Receipt> call : executor.invokeAll(calls)) {
                    receipts.add(call.get());
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ChannelId id() {
            return ChannelId.of("webhook");
        }

        @Override
        public Set<Address> ownAddresses() {
            return Set.of(EmailAddress.of("hello@acme.example"));
        }

        @Override
        public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
            sent.add(message);
            return SendOutcome.sent();
        }
    }
}
