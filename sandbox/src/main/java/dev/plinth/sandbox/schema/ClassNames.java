package dev.plinth.sandbox.schema;

import java.util.Optional;
import java.util.regex.Pattern;

/** The naming rule of the SDKs' generator, from token to class. */
final class ClassNames {
    private static final Pattern TOKEN = Pattern.compile("(aws|kubernetes|docker):([^:]+):(\\w+)");
    private static final Pattern PROVIDER = Pattern.compile("pulumi:providers:(aws|kubernetes|docker)");

    private ClassNames() {}

    static Optional<String> of(String token) {
        var provider = PROVIDER.matcher(token);
        if (provider.matches()) {
            return Optional.of("com.pulumi." + provider.group(1) + ".Provider");
        }
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var module = parts.group(1).equals("kubernetes") ? kubernetesModule(parts.group(2)) : module(parts.group(2));
        return Optional.of("com.pulumi." + parts.group(1) + module + "." + parts.group(3));
    }

    /** {@code rds/instance} lies in package rds; {@code index/image} lies in the root. */
    private static String module(String module) {
        var first = module.split("/", 2)[0];
        return first.equals("index") ? "" : "." + first;
    }

    /** {@code rbac.authorization.k8s.io/v1} lies in package rbac.v1. */
    private static String kubernetesModule(String module) {
        var parts = module.split("/", 2);
        var group = parts[0].split("\\.", 2)[0];
        return "." + group + (parts.length > 1 ? "." + parts[1] : "");
    }
}
