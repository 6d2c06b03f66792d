/** Rules over all modules. */
@NullMarked
package dev.heed.architecture;

import org.jspecify.annotations.NullMarked;
