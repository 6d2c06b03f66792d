/** For the people of the shop: how a clock came to where it stands, and what a change would do to it. */
@NullMarked
package dev.heed.sla.explain;

import org.jspecify.annotations.NullMarked;
