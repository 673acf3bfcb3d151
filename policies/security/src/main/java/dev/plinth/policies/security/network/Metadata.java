package dev.plinth.policies.security.network;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.LaunchTemplate;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;

/** What a machine tells of itself, its credentials among it, and to whom. */
final class Metadata {
    /** What can say it. */
    static final ResourceTypes TYPES = ResourceTypes.of(LaunchTemplate.class, Instance.class);

    static final ObjectProperty<Properties> OPTIONS = TYPES.object("metadataOptions");
    static final Property<String> ENDPOINT = OPTIONS.fields().text("httpEndpoint");
    static final Property<String> TOKENS = OPTIONS.fields().text("httpTokens");
    static final Property<Integer> HOPS = OPTIONS.fields().integer("httpPutResponseHopLimit");

    /** The endpoint answers. */
    static final String ON = "enabled";

    private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    private static final ObjectProperty<Properties> TEMPLATE = INSTANCES.object("launchTemplate");

    private Metadata() {}

    /** Whether a machine leaves it to the template that it is made from. */
    static boolean isOfTemplate(Resource machine) {
        return machine.is(INSTANCES) && machine.has(TEMPLATE) && !machine.has(OPTIONS);
    }

    /** Whether nothing is told at all. */
    static boolean isOff(Properties options) {
        return options.get(ENDPOINT).orElse(ON).equals("disabled");
    }
}
