package dev.plinth.sandbox.proxy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.plinth.sandbox.machine.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where a CDN gets answers from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OriginSettings.Server.class, name = "server"),
    @JsonSubTypes.Type(value = OriginSettings.Files.class, name = "files"),
    @JsonSubTypes.Type(value = OriginSettings.Missing.class, name = "missing")
})
public sealed interface OriginSettings {
    /** What behaviours call it. */
    String name();

    /** A server that speaks HTTP. */
    record Server(String name, Address address, Trust trust, Map<String, String> headers, Duration timeout)
            implements OriginSettings {}

    /**
     * The objects of a bucket.
     *
     * @param prefix what is put before the path
     * @param access which of them the CDN may read
     */
    record Files(String name, Path bucket, String prefix, Access access) implements OriginSettings {}

    /** One that the program names but nothing stands for; the reason says what is missing. */
    record Missing(String name, String reason) implements OriginSettings {}

    /** Where the server is, what it speaks, and as which host it is asked when the client's is not passed on. */
    record Address(Protocol protocol, Endpoint endpoint, String host, String prefix) {}

    /** The authority that must have signed the server's certificate, and the names of which it must be valid for one. */
    record Trust(Path authority, List<String> names) {
        public Trust {
            names = List.copyOf(names);
        }
    }

    /** The keys that may be read, with the wildcards * and ?, and whether a missing one is told from a forbidden one. */
    record Access(List<String> readable, boolean listable) {
        public Access {
            readable = List.copyOf(readable);
        }
    }
}
