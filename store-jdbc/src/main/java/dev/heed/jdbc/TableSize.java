package dev.heed.jdbc;

/**
 * What a table takes.
 *
 * @param rows how many rows it has
 * @param bytes what it takes with its indexes and long values
 */
public record TableSize(long rows, long bytes) {}
