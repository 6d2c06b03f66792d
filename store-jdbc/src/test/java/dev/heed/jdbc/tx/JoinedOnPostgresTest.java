package dev.heed.jdbc.tx;

class JoinedOnPostgresTest extends GatewayContract {
    @Override
    protected Caller newCaller() {
        return new JoinedCaller(TestDatabase.postgres());
    }
}
