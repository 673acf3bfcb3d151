package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A PostgreSQL server turns away a client that does not speak TLS, by its parameter group or by its version. */
final class RdsForceTls implements ResourceRule {
    /** From this version on, a parameter group that says nothing forces TLS. */
    private static final int MAJOR_FORCED_BY_DEFAULT = 15;

    private static final String ENGINE_NAME = "postgres";

    private static final ResourceTypes GROUPS = ResourceTypes.of(ParameterGroup.class);
    private static final Property<String> VERSION = Databases.INSTANCES.text("engineVersion");
    private static final Property<String> GROUP = Databases.INSTANCES.text("parameterGroupName");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(ParameterGroup.class, Instance.class);
        return RuleInfo.mandatory("rds-force-tls", types, "A PostgreSQL database accepts TLS connections only")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV2_AWS_69"))
                .why("Without TLS, passwords and rows cross the network in the clear for anybody who listens.")
                .cure("set the parameter rds.force_ssl to 1 in the database's own parameter group");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return resource.is(GROUPS) ? checkGroup(resource) : checkInstance(resource);
    }

    private static Judgement checkGroup(Resource group) {
        int major = PostgresParameters.majorVersion(group).orElse(0);
        if (major == 0) {
            return Judgement.notApplicable("is about PostgreSQL only");
        }
        boolean forced = PostgresParameters.value(group, "rds.force_ssl")
                .map("1"::equals)
                .orElse(major >= MAJOR_FORCED_BY_DEFAULT);
        return Judgement.violatedIf(!forced, "lets clients in without TLS, as rds.force_ssl is not 1");
    }

    private static Judgement checkInstance(Resource instance) {
        if (instance.has(GROUP)) {
            return Judgement.notApplicable("judges the database's own parameter group instead");
        }
        if (!instance.get(Databases.ENGINE).orElse("").equals(ENGINE_NAME)) {
            return Judgement.notApplicable("is about PostgreSQL only");
        }
        // No version means the newest.
        boolean forced = instance.get(VERSION)
                .map(version -> major(version) >= MAJOR_FORCED_BY_DEFAULT)
                .orElse(true);
        return Judgement.violatedIf(
                !forced,
                "lets clients in without TLS, as the default parameters before version %d do"
                        .formatted(MAJOR_FORCED_BY_DEFAULT));
    }

    private static int major(String version) {
        String major = version.split("\\D", 2)[0];
        return major.isEmpty() ? 0 : Integer.parseInt(major);
    }
}
