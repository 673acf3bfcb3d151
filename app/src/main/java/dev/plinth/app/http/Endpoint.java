package dev.plinth.app.http;

/** What carries out an operation. Refuses by exception, with no effect; it reads all of the request before any effect. */
public interface Endpoint {
    Reply handle(Call call);
}
