package dev.plinth.sandbox.value;

import dev.plinth.sandbox.value.Value.Archive;
import dev.plinth.sandbox.value.Value.Asset;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import dev.plinth.sandbox.value.Value.Output;
import dev.plinth.sandbox.value.Value.Reference;
import dev.plinth.sandbox.value.Value.Secret;
import dev.plinth.sandbox.value.Value.Text;
import dev.plinth.sandbox.value.Value.Truth;
import dev.plinth.sandbox.value.Value.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The protocol's marks for values that JSON does not have.
 *
 * <p>They are fixed by the protocol: sdk/go/common/resource/properties.go and sdk/go/common/resource/plugin/rpc.go of
 * pulumi/pulumi.
 */
final class Signatures {
    static final String UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private static final Set<String> UNKNOWNS = Set.of(
            UNKNOWN_TEXT,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
    private static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
    private static final String REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";
    private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private static final String VALUE = "value";

    private Signatures() {}

    /** A string of the protocol: one of the sentinels is an unknown. */
    static Value text(String text) {
        return UNKNOWNS.contains(text) ? new Unknown(text) : new Text(text);
    }

    /** A map of the protocol: one with a known signature is a value of another kind. */
    static Value seal(Map<String, Value> entries) {
        if (!(entries.get(SIGNATURE) instanceof Text signature)) {
            return new Fields(entries);
        }
        var content = new Fields(entries).without(SIGNATURE);
        return switch (signature.value()) {
            case SECRET -> new Secret(content.entries().getOrDefault(VALUE, new Value.Null()));
            case ASSET -> new Asset(content);
            case ARCHIVE -> new Archive(content);
            case REFERENCE -> new Reference(content);
            case OUTPUT -> output(content);
            default -> new Fields(entries);
        };
    }

    static Fields open(Secret secret) {
        return signed(SECRET, new Fields(Map.of(VALUE, secret.value())));
    }

    static Fields open(Asset asset) {
        return signed(ASSET, asset.content());
    }

    static Fields open(Archive archive) {
        return signed(ARCHIVE, archive.content());
    }

    static Fields open(Reference reference) {
        return signed(REFERENCE, reference.content());
    }

    static Fields open(Output output) {
        var content = new TreeMap<String, Value>();
        if (!(output.value() instanceof Unknown)) {
            content.put(VALUE, output.value());
        }
        if (output.secret()) {
            content.put("secret", new Truth(true));
        }
        if (!output.dependencies().isEmpty()) {
            content.put("dependencies", Value.texts(output.dependencies()));
        }
        return signed(OUTPUT, new Fields(content));
    }

    private static Output output(Fields content) {
        boolean secret = content.find("secret").filter(new Truth(true)::equals).isPresent();
        List<Value> dependencies = content.find("dependencies").orElse(new Items(List.of())) instanceof Items items
                ? items.items()
                : List.of();
        return new Output(
                content.entries().getOrDefault(VALUE, Value.unknown()),
                secret,
                dependencies.stream()
                        .filter(Text.class::isInstance)
                        .map(urn -> ((Text) urn).value())
                        .toList());
    }

    private static Fields signed(String signature, Fields content) {
        return content.with(SIGNATURE, new Text(signature));
    }
}
