package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Secret; a cluster keeps the texts of stringData in data, in Base64. */
final class Secret extends KubernetesKind {
    private static final String DATA = "data";
    private static final String STRING_DATA = "stringData";

    Secret(Objects objects) {
        super(objects);
    }

    /** The plain text of one key. */
    static Optional<String> text(KubernetesObject secret, String key) {
        var properties = secret.properties();
        return Optional.ofNullable(properties.textMap(STRING_DATA).get(key))
                .or(() -> Optional.ofNullable(properties.textMap(DATA).get(key)).map(Secret::decoded));
    }

    @Override
    public Fields computed(Desired desired, String id) {
        var data = new TreeMap<>(desired.properties().in(DATA).fields().entries());
        Map<String, String> texts = desired.properties().textMap(STRING_DATA);
        texts.forEach((key, text) -> data.put(key, Value.text(encoded(text))));
        var type = desired.properties().text("type").orElse("Opaque");
        return super.computed(desired, id)
                .with(DATA, new Value.Secret(new Fields(data)))
                .with("type", Value.text(type));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
