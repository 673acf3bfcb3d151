package dev.plinth.policy.docs;

import dev.plinth.policy.ResourceTypes;
import java.util.List;
import java.util.TreeSet;

/** The part of a cloud that a rule is about, as its type tokens name it. */
final class Service {
    private Service() {}

    /** Such as {@code aws rds}; several where a rule is about several. */
    static List<String> of(ResourceTypes types) {
        var services = new TreeSet<String>();
        types.tokens().forEach(token -> services.add(of(token)));
        return types.isEvery() ? List.of("every") : List.copyOf(services);
    }

    private static String of(String token) {
        String[] parts = token.split(":", 3);
        if (parts.length < 3) {
            return token;
        }
        String module = parts[1].contains("/") ? parts[1].substring(0, parts[1].indexOf('/')) : parts[1];
        // Kubernetes names its groups like hosts: the first word tells enough.
        String group = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        return parts[0] + " " + group;
    }
}
