/** Lets the desk write in transactions of Spring: {@link dev.heed.jdbc.spring.SpringTx}. */
@NullMarked
package dev.heed.jdbc.spring;

import org.jspecify.annotations.NullMarked;
