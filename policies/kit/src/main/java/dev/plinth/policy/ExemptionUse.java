package dev.plinth.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which exemptions a run needs; an exemption that nothing needs is one to delete. */
final class ExemptionUse {
    private final List<Exemption> exemptions;
    private final LocalDate today;
    private final Set<Exemption> needed = ConcurrentHashMap.newKeySet();
    /** Those of which nobody can say yet whether they are needed, as their rule has to wait. */
    private final Set<Exemption> open = ConcurrentHashMap.newKeySet();

    private final Set<String> judged = ConcurrentHashMap.newKeySet();

    ExemptionUse(Exemptions exemptions, LocalDate today) {
        this.exemptions = exemptions.list();
        this.today = today;
    }

    /** The exemption that holds for a resource that breaks a rule. */
    Optional<Exemption> holding(RuleInfo rule, Resource resource) {
        List<Exemption> covering = covering(rule, resource);
        needed.addAll(covering);
        return covering.stream().filter(exemption -> exemption.holdsOn(today)).findFirst();
    }

    /** The exemptions that would hold for a resource, had they not ended. */
    List<Exemption> ended(RuleInfo rule, Resource resource) {
        return covering(rule, resource).stream()
                .filter(exemption -> !exemption.holdsOn(today))
                .toList();
    }

    /** Whether an exemption holds for a resource, should it break a rule. */
    boolean exempts(RuleInfo rule, Resource resource) {
        return covering(rule, resource).stream().anyMatch(exemption -> exemption.holdsOn(today));
    }

    /** A rule could not be judged on a resource. */
    void waits(RuleInfo rule, Resource resource) {
        open.addAll(covering(rule, resource));
    }

    /** A resource was judged by all resource rules. */
    void judged(Resource resource) {
        if (!exemptions.isEmpty()) {
            judged.add(resource.urn());
        }
    }

    /** What nothing has needed, given that these rules ran over this whole stack. */
    List<Exemption> unused(List<RuleInfo> resourceRules, List<RuleInfo> stackRules, Stack stack) {
        boolean seen = stack.resources().stream().map(Resource::urn).allMatch(judged::contains);
        var unused = new ArrayList<Exemption>();
        for (Exemption exemption : exemptions) {
            boolean ran = named(stackRules, exemption) || (seen && named(resourceRules, exemption));
            if (ran && !needed.contains(exemption) && !open.contains(exemption)) {
                unused.add(exemption);
            }
        }
        return unused;
    }

    private static boolean named(List<RuleInfo> rules, Exemption exemption) {
        return rules.stream().anyMatch(rule -> rule.id().equals(exemption.rule()));
    }

    private List<Exemption> covering(RuleInfo rule, Resource resource) {
        return exemptions.stream()
                .filter(exemption -> exemption.covers(rule, resource))
                .toList();
    }
}
