/** For the people of the shop: how a clock came to where it stands. */
@NullMarked
package dev.heed.sla.explain;

import org.jspecify.annotations.NullMarked;
