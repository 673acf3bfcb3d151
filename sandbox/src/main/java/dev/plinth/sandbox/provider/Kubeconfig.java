package dev.plinth.sandbox.provider;

import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Optional;

/** A kubeconfig that is given as JSON; one in YAML or in a file is not looked into. */
record Kubeconfig(Properties config) {

    /** The server of the current context, empty when there is none or it is not known yet. */
    static String server(Properties options) {
        var kubeconfig = new Kubeconfig(options.in("kubeconfig"));
        var context = options.text("context")
                .or(() -> kubeconfig.config().text("current-context"))
                .orElse("");
        var cluster = options.text("cluster")
                .or(() -> kubeconfig.named("contexts", context).in("context").text("cluster"))
                .orElse("");
        return kubeconfig
                .named("clusters", cluster)
                .in("cluster")
                .text("server")
                .orElse("");
    }

    private Properties named(String list, String name) {
        return config.each(list).stream()
                .filter(entry -> entry.text("name").equals(Optional.of(name)))
                .findFirst()
                .orElse(new Properties(Fields.EMPTY));
    }
}
