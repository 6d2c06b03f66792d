/** Transactions of JTA. */
@NullMarked
package dev.heed.jdbc.jta;

import org.jspecify.annotations.NullMarked;
