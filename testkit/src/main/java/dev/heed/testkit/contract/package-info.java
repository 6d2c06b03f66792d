/** For platform vendors: extend these classes, fill in the hooks, and the port's contract is tested. */
@NullMarked
package dev.heed.testkit.contract;

import org.jspecify.annotations.NullMarked;
