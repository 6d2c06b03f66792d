package dev.heed.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes something of a row.
 *
 * @param <T> what
 */
@FunctionalInterface
interface Rows<T> {
    T read(ResultSet row) throws SQLException;
}
