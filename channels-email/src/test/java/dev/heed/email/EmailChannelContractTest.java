package dev.heed.email;

import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.testkit.contract.ChannelAdapterContract;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmailChannelContractTest extends ChannelAdapterContract {

    @RegisterExtension
    final MailRig mail = new MailRig();

    @Override
    protected ChannelAdapter newAdapter() {
        return mail.channel().build();
    }

    @Override
    protected void customerWrites(String text) {
        mail.deliver(RawMail.of(text));
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
    protected List<String> arrivedOutside() {
        return mail.received(MailRig.ANA).stream().map(ReceivedMail::text).toList();
    }

    @Override
    protected boolean outsideGoesDown() {
        mail.stop();
        return true;
    }
}
