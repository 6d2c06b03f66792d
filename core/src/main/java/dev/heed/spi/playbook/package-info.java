/** For those who keep playbooks elsewhere. */
@NullMarked
package dev.heed.spi.playbook;

import org.jspecify.annotations.NullMarked;
