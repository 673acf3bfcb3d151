package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A database's certificate is signed by an authority that its clients still trust. */
final class RdsCaCurrent implements ResourceRule {
    record Authorities(
            @Described("authorities that may sign a database's certificate, by the names that AWS gives them")
            List<String> allowed) {}

    private static final RuleConfig<Authorities> AUTHORITIES =
            RuleConfig.of(new Authorities(List.of("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1")));
    private static final Property<String> AUTHORITY = Databases.SERVERS.text("caCertIdentifier");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-ca-current", Databases.SERVERS, "A database's certificate is of a current authority")
                .severity(Severity.MEDIUM)
                .controls(CHECKOV.control("CKV_AWS_211"))
                .why("When an authority has expired, clients that check certificates refuse the database, and the"
                        + " others no longer know whom they talk to.")
                .cure("set caCertIdentifier to one of the authorities that the rule allows, or leave it to AWS")
                .config(AUTHORITIES);
    }

    @Override
    public Judgement check(Resource server, Context context) {
        String authority = server.get(AUTHORITY).orElse("");
        if (authority.isEmpty()) {
            return Judgement.kept();
        }
        List<String> allowed = context.get(AUTHORITIES).allowed();
        return Judgement.violatedIf(
                !allowed.contains(authority),
                "has its certificate from %s, needs one from %s".formatted(authority, String.join(", ", allowed)));
    }
}
