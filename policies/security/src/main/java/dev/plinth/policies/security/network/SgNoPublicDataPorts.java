package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.Optional;

/** Databases, caches and search engines do not listen to the internet. */
final class SgNoPublicDataPorts implements ResourceRule {
    record Ports(
            @Described("ports of databases, caches and search engines")
            List<Integer> ports) {}

    /** PostgreSQL, MySQL, Redis, Memcached, MongoDB and Elasticsearch. */
    static final RuleConfig<Ports> PORTS = RuleConfig.of(new Ports(List.of(5432, 3306, 6379, 11211, 27017, 9200)));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "sg-no-public-data-ports",
                        Openings.TYPES,
                        "A security group keeps the internet away from ports of databases")
                .severity(Severity.CRITICAL)
                .controls(AWS_FSBP.control("EC2.19"))
                .why("Then one password, and often none, is between the internet and the data.")
                .cure("name the security group of those who use the database, and no addresses")
                .config(PORTS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        List<Integer> ports = context.get(PORTS).ports();
        return Openings.judge(resource, range -> complaint(range, ports));
    }

    private static Optional<String> complaint(PortRange range, List<Integer> ports) {
        List<Integer> open = range.among(ports);
        // What is open on all ports is told once, by the rule about ports of administration.
        return open.isEmpty() || range.isAll()
                ? Optional.empty()
                : Optional.of("is open to the internet on %s of databases".formatted(Wording.ports(open)));
    }
}
