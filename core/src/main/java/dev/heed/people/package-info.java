/** For shop developers: who takes part. The shop, its agents and bots, its customers and their addresses. */
@NullMarked
package dev.heed.people;

import org.jspecify.annotations.NullMarked;
