package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;

/** The databases on which tests run. */
enum DatabaseKind {
    H2,
    POSTGRES,
    MARIA;

    HikariDataSource pool() {
        return switch (this) {
            case H2 -> TestPools.h2();
            case POSTGRES -> Postgres.newDatabase();
            case MARIA -> Maria.newDatabase();
        };
    }
}
