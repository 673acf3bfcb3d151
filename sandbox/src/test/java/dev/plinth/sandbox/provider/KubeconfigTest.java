package dev.plinth.sandbox.provider;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class KubeconfigTest {
    private static final String CONFIG = """
            {"apiVersion": "v1", "kind": "Config", "current-context": "here",
             "contexts": [{"name": "there", "context": {"cluster": "b", "user": "b"}},
                          {"name": "here", "context": {"cluster": "a", "user": "a"}}],
             "clusters": [{"name": "a", "cluster": {"server": "https://a.example.com"}},
                          {"name": "b", "cluster": {"server": "https://b.example.com"}}]}""";

    @Test
    void theServerIsTheOneOfTheCurrentContext() {
        assertThat(server(fields("kubeconfig", CONFIG))).isEqualTo("https://a.example.com");
        assertThat(server(fields("kubeconfig", CONFIG, "context", "there"))).isEqualTo("https://b.example.com");
    }

    @Test
    void aSecretKubeconfigIsReadAsWell() {
        assertThat(server(fields("kubeconfig", new Value.Secret(Value.text(CONFIG)))))
                .isEqualTo("https://a.example.com");
    }

    @Test
    void withoutAKnownKubeconfigThereIsNoServer() {
        assertThat(server(fields("context", "here"))).isEmpty();
        assertThat(server(fields("kubeconfig", Value.unknown()))).isEmpty();
        assertThat(server(fields("kubeconfig", "~/.kube/config"))).isEmpty();
    }

    private static String server(Fields options) {
        return ProviderOptions.settings(options, Settings.unconfigured(Path.of("")))
                .server();
    }
}
