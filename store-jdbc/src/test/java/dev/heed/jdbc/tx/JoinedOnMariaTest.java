package dev.heed.jdbc.tx;

class JoinedOnMariaTest extends GatewayContract {
    @Override
    protected Caller newCaller() {
        return new JoinedCaller(TestDatabase.maria());
    }
}
