package dev.plinth.infra.edge;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;

/** The name under which the site and the API are found. */
public sealed interface Domain {
    /** The domain setting of an environment that has no name of its own. */
    String LOCALHOST = "localhost";

    Shape<String> NAME = Shape.matching(
            "localhost|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}",
            "a DNS name in lower case, or localhost",
            "metrics.example.com");
    Shape<String> ZONE_ID =
            Shape.matching("Z[A-Z0-9]{5,31}", "the id of a Route 53 hosted zone", "Z0123456789ABCDEFGHIJ");

    String name();

    /** No name in DNS: what there is is found at the CDN's own address. */
    record Unnamed() implements Domain {
        @Override
        public String name() {
            return LOCALHOST;
        }
    }

    /** A name in DNS. */
    sealed interface Named extends Domain {}

    /** A name with a hosted zone that this environment makes, and that its parent domain must delegate to. */
    record Delegated(String name) implements Named {}

    /** A name in a hosted zone that is there already. */
    record Hosted(String name, String zoneId) implements Named {}

    static Domain read(Section settings) {
        var name = settings.required("domain", NAME);
        var zoneId = settings.optional("zoneId", ZONE_ID);
        if (!name.equals(LOCALHOST)) {
            return zoneId.<Domain>map(id -> new Hosted(name, id)).orElseGet(() -> new Delegated(name));
        }
        if (settings.has("zoneId") && settings.isSound("domain")) {
            settings.report("zoneId", "no zone: localhost is no name in DNS", "remove it, or name a domain");
        }
        return new Unnamed();
    }
}
