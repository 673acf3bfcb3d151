package dev.plinth.app.telemetry;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks headers up by name; an absent one is "". */
enum HeaderGetter implements TextMapGetter<Function<String, String>> {
    INSTANCE;

    @Override
    public @Nullable String get(@Nullable Function<String, String> headers, String name) {
        String value = headers == null ? "" : headers.apply(name);
        return value.isEmpty() ? null : value;
    }
}
