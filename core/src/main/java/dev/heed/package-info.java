/** For shop developers: the door. Build a {@link dev.heed.Helpdesk}, then act as an agent, a customer or a bot. */
@NullMarked
package dev.heed;

import org.jspecify.annotations.NullMarked;
