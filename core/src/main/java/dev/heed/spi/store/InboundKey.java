package dev.heed.spi.store;

import com.google.common.hash.Hashing;
import dev.heed.message.ChannelId;
import java.nio.charset.StandardCharsets;

/**
 * What makes an inbound message the same as one seen before.
 *
 * @param channel where it came in
 * @param externalId its key there, made by the channel from what the platform says, never from a clock; on another
 *     channel the same key means another message
 */
public record InboundKey(ChannelId channel, String externalId) {
    private static final String FORGOTTEN = "sha256:";

    /**
     * The form in which a key is kept once its message is erased: the same message is still known if it comes again, and
     * nobody reads its name from it.
     */
    public InboundKey forgotten() {
        if (externalId.startsWith(FORGOTTEN)) {
            return this;
        }
        return new InboundKey(channel, FORGOTTEN + Hashing.sha256().hashString(externalId, StandardCharsets.UTF_8));
    }
}
