package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

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
import java.util.stream.Stream;

/** What is open to the internet is open on purpose: on the ports of the web, and no others. */
final class SgPublicPortsAllowList implements ResourceRule {
    record Ports(
            @Described("ports that may be open to the internet")
            List<Integer> allowed,

            @Described("ports that sg-no-public-admin-ports and sg-no-public-data-ports judge, and this rule does not")
            List<Integer> judgedElsewhere) {}

    private static final RuleConfig<Ports> PORTS = RuleConfig.of(new Ports(
            List.of(80, 443),
            Stream.of(
                            SgNoPublicAdminPorts.PORTS.defaults().ports(),
                            SgNoPublicDataPorts.PORTS.defaults().ports())
                    .flatMap(List::stream)
                    .toList()));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "sg-public-ports-allow-list",
                        Openings.TYPES,
                        "A security group opens no ports to the internet but those of the web")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("EC2.18"), CHECKOV.control("CKV_AWS_260"), CHECKOV.control("CKV_AWS_277"))
                .why("A port that nobody has thought of is one that nobody keeps safe.")
                .cure("name who may come in, or add the port to the rule's list of allowed ones")
                .config(PORTS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Ports ports = context.get(PORTS);
        return Openings.judge(resource, range -> complaint(range, ports));
    }

    private static Optional<String> complaint(PortRange range, Ports ports) {
        if (range.isAll()) {
            // Told once, by the rule about ports of administration.
            return Optional.empty();
        }
        List<PortRange> open = range.without(Stream.of(ports.allowed(), ports.judgedElsewhere())
                .flatMap(List::stream)
                .toList());
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("is open to the internet on %s; only %s may be"
                        .formatted(Wording.ports(open), Wording.ports(ports.allowed())));
    }
}
