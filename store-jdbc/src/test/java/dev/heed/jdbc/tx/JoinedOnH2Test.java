package dev.heed.jdbc.tx;

class JoinedOnH2Test extends GatewayContract {
    @Override
    protected Caller newCaller() {
        return new JoinedCaller(TestDatabase.h2());
    }
}
