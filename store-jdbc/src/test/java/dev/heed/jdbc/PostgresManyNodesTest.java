package dev.heed.jdbc;

class PostgresManyNodesTest extends ManyNodes {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRES;
    }
}
