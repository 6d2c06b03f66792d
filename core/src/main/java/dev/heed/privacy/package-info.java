/** What is known of a person: taken out, kept by order of the law, or erased. */
@NullMarked
package dev.heed.privacy;

import org.jspecify.annotations.NullMarked;
