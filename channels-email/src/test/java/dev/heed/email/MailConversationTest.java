package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.testkit.DeskExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailConversationTest {

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(desk -> desk.channel(mail.channel().build()));

    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> references = new ArrayList<>();

    @Test
    void aMailProgramShowsOneThread() {
        haveAConversation();

        assertThat(threads().roots()).containsExactly("c1@customer.example");
    }

    @Test
    void aMailProgramThatReadsTheNewestFirstShowsOneThread() {
        haveAConversation();
        Collections.reverse(ids);
        Collections.reverse(references);

        assertThat(threads().roots()).containsExactly("c1@customer.example");
    }

    @Test
    void eachMailOfTheShopAnswersTheCustomersLastOne() {
        haveAConversation();

        List<ReceivedMail> received = mail.received(MailRig.ANA);
        assertThat(received).hasSize(5);
        assertThat(received)
                .extracting(each -> each.ids("In-Reply-To"))
                .containsExactly(
                        List.of("c1@customer.example"),
                        List.of("c1@customer.example"),
                        List.of("c2@customer.example"),
                        List.of("c3@customer.example"),
                        List.of("c3@customer.example"));
    }

    @Test
    void eachMailOfTheShopNamesAllTheCustomerWroteBefore() {
        haveAConversation();

        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).startsWith("heed.")) {
                List<String> before = ids.subList(0, i);
                assertThat(before).containsAll(references.get(i));
                assertThat(references.get(i))
                        .containsAll(
                                before.stream().filter(id -> id.startsWith("c")).toList());
            }
        }
    }

    @Test
    void theReferencesOfALongConversationStayShortAndKeepItsFirstMail() {
        mail.deliver(customer(1));
        heed.run();
        for (int i = 2; i <= 22; i++) {
            mail.deliver(customer(i).answering("c1@customer.example"));
        }
        heed.run();
        heed.maria().reply(heed.onlyTicket().id(), "At last.");
        heed.run();

        List<String> named = mail.received(MailRig.ANA).get(1).ids("References");

        assertThat(named)
                .hasSizeLessThanOrEqualTo(20)
                .startsWith("c1@customer.example")
                .endsWith("c22@customer.example");
    }

    private MailThreads threads() {
        MailThreads threads = new MailThreads();
        for (int i = 0; i < ids.size(); i++) {
            threads.add(ids.get(i), references.get(i));
        }
        return threads;
    }

    /** Mail, acknowledgement, reply, answer, reply, answer, reply, reply. */
    private void haveAConversation() {
        customerWrites(1);
        shopWrote();
        shopReplies("One.");
        customerWrites(2);
        shopReplies("Two.");
        customerWrites(3);
        shopReplies("Three.");
        shopReplies("And one thing more.");
    }

    private void customerWrites(int number) {
        String last = ids.isEmpty() ? "" : ids.get(ids.size() - 1);
        List<String> chain = new ArrayList<>(ids.isEmpty() ? List.of() : references.get(references.size() - 1));
        chain.remove(last);
        if (!last.isEmpty()) {
            chain.add(last);
        }
        RawMail written = customer(number);
        mail.deliver(chain.isEmpty() ? written : written.answering(chain.toArray(new String[0])));
        heed.run();
        ids.add("c" + number + "@customer.example");
        references.add(chain);
        assertThat(heed.tickets()).hasSize(1);
    }

    private void shopReplies(String text) {
        heed.maria().reply(heed.onlyTicket().id(), text);
        heed.run();
        shopWrote();
    }

    private void shopWrote() {
        List<ReceivedMail> all = mail.received(MailRig.ANA);
        ReceivedMail newest = all.get(all.size() - 1);
        ids.add(newest.messageId());
        references.add(newest.ids("References"));
    }

    private static RawMail customer(int number) {
        return RawMail.of("Message " + number).with("Message-ID", "<c" + number + "@customer.example>");
    }
}
