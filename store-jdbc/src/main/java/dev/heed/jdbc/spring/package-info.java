/** Transactions of Spring. */
@NullMarked
package dev.heed.jdbc.spring;

import org.jspecify.annotations.NullMarked;
