package dev.plinth.policies.security.edge;

import com.pulumi.aws.cloudfront.Distribution;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.ResourceTypes;
import java.util.List;

/** CloudFront distributions: where they get answers from, and how they give them. */
final class Distributions {
    static final ResourceTypes TYPES = ResourceTypes.of(Distribution.class);
    static final ObjectProperty<List<Properties>> ORIGINS = TYPES.objects("origins");
    static final Property<String> ORIGIN_ID = ORIGINS.fields().text("originId");
    static final ObjectProperty<Properties> CUSTOM_ORIGIN = ORIGINS.fields().object("customOriginConfig");

    static final ObjectProperty<Properties> USUAL = TYPES.object("defaultCacheBehavior");
    static final ObjectProperty<List<Properties>> SPECIAL = TYPES.objects("orderedCacheBehaviors");
    static final Property<String> PATHS = SPECIAL.fields().text("pathPattern");

    private Distributions() {}

    /** How a message calls an origin. */
    static String originName(Properties origin) {
        return name(origin, ORIGIN_ID);
    }

    /** How a message calls the paths of a behaviour. */
    static String paths(Properties behaviour) {
        return name(behaviour, PATHS);
    }

    private static String name(Properties part, Property<String> property) {
        return part.isUnknown(property) ? "(not known yet)" : part.get(property).orElse("(without a name)");
    }
}
