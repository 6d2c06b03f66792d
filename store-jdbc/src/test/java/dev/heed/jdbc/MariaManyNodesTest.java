package dev.heed.jdbc;

class MariaManyNodesTest extends ManyNodes {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIA;
    }
}
