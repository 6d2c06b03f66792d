package dev.heed.email;

import com.google.common.collect.Lists;
import dev.heed.message.AttachmentSource;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.testkit.contract.ChannelAdapterContract;
import dev.heed.testkit.contract.OutsideMessage;
import dev.heed.testkit.contract.OutsideMessage.Part;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmailChannelContractTest extends ChannelAdapterContract {

    @RegisterExtension
    final MailRig mail = new MailRig();

    private int written;

    @Override
    protected ChannelAdapter newAdapter() {
        return mail.channel().build();
    }

    @Override
    protected Set<Part> carries() {
        return EnumSet.allOf(Part.class);
    }

    @Override
    protected void customerWrites(OutsideMessage message) {
        mail.deliver(WrittenMail.of(message, "written-" + ++written + "@customer.example"));
    }

    /** The parser makes a message of everything. */
    @Override
    protected boolean somethingUnreadableArrives() {
        return false;
    }

    @Override
    protected Address customerAddress() {
        return EmailAddress.of(MailRig.ANA);
    }

    @Override
    protected List<OutsideMessage> arrivedOutside() {
        return mail.received(MailRig.ANA).stream()
                .map(EmailChannelContractTest::asItArrived)
                .toList();
    }

    private static OutsideMessage asItArrived(ReceivedMail received) {
        List<String> answers = new ArrayList<>(received.ids("In-Reply-To"));
        Lists.reverse(received.ids("References")).stream()
                .filter(id -> !answers.contains(id))
                .forEach(answers::add);
        List<AttachmentSource> files = received.files().entrySet().stream()
                .map(file -> AttachmentSource.of(
                        file.getKey(), "application/octet-stream", () -> new ByteArrayInputStream(file.getValue())))
                .toList();
        return new OutsideMessage(
                received.text(),
                Optional.of(received.header("From")),
                Optional.of(received.header("Subject")),
                Optional.empty(),
                files,
                Optional.of(received.messageId()),
                answers);
    }

    @Override
    protected boolean lastArrivedComesBack() {
        List<ReceivedMail> arrived = mail.received(MailRig.ANA);
        mail.deliver(
                MailRig.SHOP,
                ReturnedMail.failed(arrived.get(arrived.size() - 1).messageId()).bytes());
        return true;
    }

    @Override
    protected boolean outsideGoesDown() {
        mail.stop();
        return true;
    }
}
