package dev.plinth.policies.security;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server turns away a client that does not speak TLS, by the parameter group that it uses. */
final class RdsForceTls implements StackRule {
    /** From this version on, a parameter group that says nothing forces TLS. */
    private static final int MAJOR_FORCED_BY_DEFAULT = 15;

    private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    private static final Property<String> ENGINE = INSTANCES.text("engine");
    private static final Property<String> VERSION = INSTANCES.text("engineVersion");
    private static final Property<String> SOURCE = INSTANCES.text("replicateSourceDb");
    private static final Property<String> IDENTIFIER = INSTANCES.text("identifier");
    private static final Property<String> GROUP_NAME = INSTANCES.text("parameterGroupName");

    private static final ResourceTypes GROUPS = ResourceTypes.of(ParameterGroup.class);
    private static final Property<String> NAME = GROUPS.text("name");
    private static final ObjectProperty<List<Properties>> PARAMETERS = GROUPS.objects("parameters");
    private static final Property<String> PARAMETER = PARAMETERS.fields().text("name");
    private static final Property<String> VALUE = PARAMETERS.fields().text("value");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-force-tls", INSTANCES, "A PostgreSQL database accepts TLS connections only")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV2_AWS_69"))
                .cure("set rds.force_ssl to 1 in a parameter group of its own");
    }

    @Override
    public List<String> check(Resource instance, Stack stack) {
        // A replica has the engine of its source, and its parameter group unless it names one.
        Resource source =
                first(stack.referenced(instance, SOURCE, INSTANCES, IDENTIFIER)).orElse(instance);
        if (!source.get(ENGINE).orElse("").equals("postgres")) {
            return List.of();
        }
        Optional<Resource> group = group(instance, stack).or(() -> group(source, stack));
        Optional<String> setting = group.flatMap(RdsForceTls::forceSsl);
        boolean forced = setting.map("1"::equals).orElseGet(() -> isForcedByDefault(source));
        return forced ? List.of() : List.of("lets clients in without TLS, as rds.force_ssl is not 1");
    }

    private static Optional<Resource> group(Resource instance, Stack stack) {
        return first(stack.referenced(instance, GROUP_NAME, GROUPS, NAME));
    }

    private static Optional<String> forceSsl(Resource group) {
        return group.get(PARAMETERS).orElse(List.of()).stream()
                .filter(parameter -> parameter.get(PARAMETER).orElse("").equals("rds.force_ssl"))
                .findFirst()
                .flatMap(parameter -> parameter.get(VALUE));
    }

    /** No version means the newest. */
    private static boolean isForcedByDefault(Resource instance) {
        return instance.get(VERSION)
                .map(version -> Integer.parseInt(version.split("\\.", 2)[0]) >= MAJOR_FORCED_BY_DEFAULT)
                .orElse(true);
    }

    private static Optional<Resource> first(List<Resource> resources) {
        return resources.stream().findFirst();
    }
}
