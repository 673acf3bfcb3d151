package dev.plinth.app.http;

/** Repeats a read once that met a lost connection, for example at a failover. */
public final class RetryLayer implements Layer {
    private final SecondAttempts attempts = new SecondAttempts();

    @Override
    public Reply around(Call call, Endpoint next) {
        return call.operation().effect() == Effect.NONE ? attempts.of(() -> next.handle(call)) : next.handle(call);
    }
}
