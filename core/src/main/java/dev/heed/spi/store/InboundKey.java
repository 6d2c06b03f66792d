package dev.heed.spi.store;

import dev.heed.message.ChannelId;

/**
 * What makes an inbound message the same as one seen before.
 *
 * @param channel where it came in
 * @param externalId its key there, made by the channel from what the platform says, never from a clock; on another
 *     channel the same key means another message
 */
public record InboundKey(ChannelId channel, String externalId) {}
