/** Programs with a fixed workload that print the figures of docs/performance.md. */
@NullMarked
package dev.heed.benchmarks;

import org.jspecify.annotations.NullMarked;
