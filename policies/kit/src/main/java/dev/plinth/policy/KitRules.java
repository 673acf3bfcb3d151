package dev.plinth.policy;

import java.util.List;
import java.util.stream.Stream;

/** The rules that the kit adds to every pack: not about a resource, but about how the pack itself is used. */
public final class KitRules {
    static final RuleConfig<Exemptions> LIST = RuleConfig.of(Exemptions.NONE);

    /** Holds the exemptions of a pack as its configuration, and tells of those that hold no longer. */
    public static final StackRule EXEMPTIONS = rule(RuleInfo.mandatory(
                    "exemptions", ResourceTypes.every(), "An exemption is in force and needed")
            .why("An exemption that nobody ends stays for ever, and what was meant for a month is never mended.")
            .cure("mend the resource and delete the exemption, or let its owner set a later day")
            .config(LIST));

    /** Tells, once in a preview, which rules have to wait. */
    public static final StackRule UNDECIDED =
            rule(RuleInfo.advisory("undecided", ResourceTypes.every(), "A rule can be judged before the deployment")
                    .severity(Severity.LOW)
                    .why("A rule that reads a value which the cloud makes up can be judged only in the update.")
                    .cure("nothing has to be done: the update judges every rule before it changes the resource"));

    private static final List<Rule> ALL = List.of(EXEMPTIONS, UNDECIDED);

    private KitRules() {}

    /** The rules of a pack and those of the kit. */
    public static List<Rule> with(PolicyPack pack) {
        return Stream.concat(pack.rules().stream(), ALL.stream()).toList();
    }

    /** Whether it is not the pack's own. */
    static boolean has(String id) {
        return ALL.stream().anyMatch(rule -> rule.info().id().equals(id));
    }

    private static StackRule rule(RuleInfo info) {
        return StackRule.of(info, (resource, stack, context) -> Judgement.kept());
    }
}
