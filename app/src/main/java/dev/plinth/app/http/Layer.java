package dev.plinth.app.http;

/** Something that is done around every call, whatever its operation. */
public interface Layer {
    /** Calls {@code next} once, or refuses by exception, or answers without it. */
    Reply around(Call call, Endpoint next);
}
