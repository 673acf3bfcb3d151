package dev.plinth.sandbox.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.check.InputCheck;
import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.JsonCodec;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Text;
import java.util.List;
import java.util.TreeMap;

/** The options of the providers themselves, such as the region; they travel as texts that hold JSON. */
public final class ProviderOptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final SdkSchema sdks;

    public ProviderOptions(SdkSchema sdks) {
        this.sdks = sdks;
    }

    /** Every fault of a provider's options. */
    List<Failure> check(Urn urn, Fields options) {
        var packageName = urn.type().substring(urn.type().lastIndexOf(':') + 1);
        // The engine adds these two; they are not the provider's.
        return InputCheck.check(
                sdks.provider(packageName), options.without("version").without("pluginDownloadURL"));
    }

    /** What the options mean for resources. */
    static Settings settings(Fields options, Settings unconfigured) {
        var read = new Properties(decoded(options));
        var accounts = read.texts("allowedAccountIds");
        return new Settings(
                read.text("region").orElse(unconfigured.region()),
                accounts.size() == 1 ? accounts.getFirst() : unconfigured.account(),
                read.in("defaultTags").textMap("tags"),
                new Settings.Mutable(read.truth("enableConfigMapMutable"), read.truth("enableSecretMutable")),
                read.text("namespace").orElse(unconfigured.namespace()),
                Kubeconfig.server(read),
                unconfigured.programDirectory());
    }

    private static Fields decoded(Fields options) {
        var decoded = new TreeMap<String, Value>();
        ((Fields) options.bare()).entries().forEach((name, value) -> decoded.put(name, decoded(value)));
        return new Fields(decoded);
    }

    /** A text that is no JSON is a plain text, such as a region. */
    private static Value decoded(Value value) {
        if (!(value instanceof Text text)) {
            return value;
        }
        try {
            var node = JSON.readTree(text.value());
            return node.isContainerNode() || node.isBoolean() ? JsonCodec.decode(node) : value;
        } catch (JsonProcessingException e) {
            return value;
        }
    }
}
