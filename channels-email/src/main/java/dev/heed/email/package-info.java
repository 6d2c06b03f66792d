/** For shop developers: the shop's mailbox as a channel. */
@NullMarked
package dev.heed.email;

import org.jspecify.annotations.NullMarked;
