package dev.plinth.infra.release;

import java.util.Map;

/** The labels of the API's objects. Selectors never change: what is live is decided at the load balancer. */
final class Labels {
    private static final String NAME = "app.kubernetes.io/name";
    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String COLOUR = "plinth.dev/colour";
    private static final String PULUMI = "pulumi";

    private Labels() {}

    static Map<String, String> common(String app) {
        return Map.of(NAME, app, PART_OF, "plinth", MANAGED_BY, PULUMI);
    }

    static Map<String, String> of(String app, Colour colour) {
        return Map.of(NAME, app, PART_OF, "plinth", MANAGED_BY, PULUMI, COLOUR, colour.toString());
    }

    static Map<String, String> selector(String app, Colour colour) {
        return Map.of(NAME, app, COLOUR, colour.toString());
    }
}
