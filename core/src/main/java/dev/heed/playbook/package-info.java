/** For those who write down how problems are solved: the steps, the simplest first. */
@NullMarked
package dev.heed.playbook;

import org.jspecify.annotations.NullMarked;
