package dev.plinth.infra.edge;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;

/** The name under which the API is found. */
public sealed interface Domain {
    /** The domain setting of an environment that has no name of its own. */
    String LOCALHOST = "localhost";

    Shape<String> NAME = Shape.matching(
            "localhost|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}",
            "a DNS name in lower case, or localhost",
            "api.example.com");
    Shape<String> ZONE_ID =
            Shape.matching("Z[A-Z0-9]{5,31}", "the id of a Route 53 hosted zone", "Z0123456789ABCDEFGHIJ");

    String name();

    /** No name in DNS: the API is found at the load balancer's own address. */
    record Unnamed() implements Domain {
        @Override
        public String name() {
            return LOCALHOST;
        }
    }

    /** A name in a hosted zone of this account. */
    record Hosted(String name, String zoneId) implements Domain {}

    static Domain read(Section settings) {
        var name = settings.required("domain", NAME);
        var zoneId = settings.optional("zoneId", ZONE_ID);
        if (name.equals(LOCALHOST)) {
            return new Unnamed();
        }
        if (settings.isSound("domain") && !settings.has("zoneId")) {
            settings.report(
                    "zoneId",
                    "the hosted zone of %s, in which its certificate is validated".formatted(name),
                    "look it up: aws route53 list-hosted-zones");
        }
        return new Hosted(name, zoneId.orElse(ZONE_ID.example()));
    }
}
