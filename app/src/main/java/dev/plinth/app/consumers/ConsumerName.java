package dev.plinth.app.consumers;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Names;

/** What a consumer is called; the same name and kind mean the same consumer, whichever metrics it uses. */
public record ConsumerName(ConsumerKind kind, Label name) {
    /** Reads {@code kind:name}, such as {@code dashboard:Board weekly}; throws {@link InvalidValueException}. */
    public static ConsumerName parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidValueException("must be a kind, a colon and a name, such as 'dashboard:Board weekly'");
        }
        return new ConsumerName(
                Names.constant(ConsumerKind.class, text.substring(0, colon)),
                new Label(text.substring(colon + 1).strip()));
    }

    @Override
    public String toString() {
        return Names.of(kind) + ":" + name;
    }
}
