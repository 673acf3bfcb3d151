package dev.plinth.policies.security;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server turns away a client that does not speak TLS, by its parameter group or by its version. */
final class RdsForceTls implements ResourceRule {
    /** From this version on, a parameter group that says nothing forces TLS. */
    private static final int MAJOR_FORCED_BY_DEFAULT = 15;

    private static final String ENGINE_NAME = "postgres";

    private static final ResourceTypes GROUPS = ResourceTypes.of(ParameterGroup.class);
    private static final Property<String> FAMILY = GROUPS.text("family");
    private static final ObjectProperty<List<Properties>> PARAMETERS = GROUPS.objects("parameters");
    private static final Property<String> NAME = PARAMETERS.fields().text("name");
    private static final Property<String> VALUE = PARAMETERS.fields().text("value");

    private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    private static final Property<String> ENGINE = INSTANCES.text("engine");
    private static final Property<String> VERSION = INSTANCES.text("engineVersion");
    private static final Property<String> GROUP = INSTANCES.text("parameterGroupName");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(ParameterGroup.class, Instance.class);
        return RuleInfo.mandatory("rds-force-tls", types, "A PostgreSQL database accepts TLS connections only")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV2_AWS_69"))
                .cure("set the parameter rds.force_ssl to 1 in the database's own parameter group");
    }

    @Override
    public List<String> check(Resource resource) {
        return resource.is(GROUPS) ? checkGroup(resource) : checkInstance(resource);
    }

    private static List<String> checkGroup(Resource group) {
        String family = group.get(FAMILY).orElse("");
        if (!family.startsWith(ENGINE_NAME)) {
            return List.of();
        }
        boolean forced = setting(group)
                .map("1"::equals)
                .orElseGet(() -> major(family.substring(ENGINE_NAME.length())) >= MAJOR_FORCED_BY_DEFAULT);
        return forced ? List.of() : List.of("lets clients in without TLS, as rds.force_ssl is not 1");
    }

    private static List<String> checkInstance(Resource instance) {
        // What a parameter group of its own says is judged there; no version means the newest.
        if (instance.has(GROUP) || !instance.get(ENGINE).orElse("").equals(ENGINE_NAME)) {
            return List.of();
        }
        boolean forced = instance.get(VERSION)
                .map(version -> major(version) >= MAJOR_FORCED_BY_DEFAULT)
                .orElse(true);
        return forced
                ? List.of()
                : List.of("lets clients in without TLS, as the default parameters before version %d do"
                        .formatted(MAJOR_FORCED_BY_DEFAULT));
    }

    private static Optional<String> setting(Resource group) {
        return group.get(PARAMETERS).orElse(List.of()).stream()
                .filter(parameter -> parameter.get(NAME).orElse("").equals("rds.force_ssl"))
                .findFirst()
                .flatMap(parameter -> parameter.get(VALUE));
    }

    private static int major(String version) {
        String major = version.split("\\D", 2)[0];
        return major.isEmpty() ? 0 : Integer.parseInt(major);
    }
}
