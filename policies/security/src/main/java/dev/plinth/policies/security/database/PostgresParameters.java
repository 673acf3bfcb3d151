package dev.plinth.policies.security.database;

import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a parameter group sets of PostgreSQL. */
final class PostgresParameters {
    static final ResourceTypes GROUPS = ResourceTypes.of(ParameterGroup.class, ClusterParameterGroup.class);

    private static final Property<String> FAMILY = GROUPS.text("family");
    private static final ObjectProperty<List<Properties>> PARAMETERS = GROUPS.objects("parameters");
    private static final Property<String> NAME = PARAMETERS.fields().text("name");
    private static final Property<String> VALUE = PARAMETERS.fields().text("value");
    private static final ResourceTypes CLUSTER_GROUPS = ResourceTypes.of(ClusterParameterGroup.class);
    /** What Aurora sets for one instance only says nothing of the cluster. */
    private static final Pattern OF_INSTANCE = Pattern.compile("postgres(\\d+).*");

    private static final Pattern OF_CLUSTER = Pattern.compile("(?:aurora-postgresql|postgres)(\\d+).*");

    private PostgresParameters() {}

    /** The major version that a group is for; empty if it is for another engine. */
    static Optional<Integer> majorVersion(Resource group) {
        Pattern families = group.is(CLUSTER_GROUPS) ? OF_CLUSTER : OF_INSTANCE;
        return group.get(FAMILY)
                .map(families::matcher)
                .filter(Matcher::matches)
                .map(family -> Integer.valueOf(family.group(1)));
    }

    /** The value that a group gives to a parameter. */
    static Optional<String> value(Resource group, String parameter) {
        return group.get(PARAMETERS).orElse(List.of()).stream()
                .filter(candidate ->
                        candidate.get(NAME).filter(parameter::equals).isPresent())
                .findFirst()
                .flatMap(candidate -> candidate.get(VALUE));
    }
}
