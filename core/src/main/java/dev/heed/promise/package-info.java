/** For everybody: what a shop has promised to a customer, and what became of it. Values only; the ticket keeps them. */
@NullMarked
package dev.heed.promise;

import org.jspecify.annotations.NullMarked;
