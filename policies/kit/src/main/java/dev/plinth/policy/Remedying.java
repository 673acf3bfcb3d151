package dev.plinth.policy;

import dev.plinth.policy.Remedy.Change;
import dev.plinth.policy.Remedy.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One resource that is put right by one rule after the other, each of which sees what the one before has left. */
final class Remedying {
    private final List<Remedy> remedies = new ArrayList<>();
    private Resource resource;

    Remedying(Resource resource) {
        this.resource = resource;
    }

    void attempt(RemediatingRule rule, RuleInfo info, Context context) {
        Map<String, Value> before = resource.properties().values();
        try {
            Patch patch = rule.remedy(resource, context);
            Map<String, Value> after = patch.apply(before);
            if (!after.equals(before)) {
                remedies.add(new Change(info, patch));
                resource = resource.with(new Properties(resource.type(), after));
            }
        } catch (UnknownValueException unknown) {
            if (violated(rule, context)) {
                fail(info, "is not put right: " + unknown.getMessage());
            }
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            fail(info, "could not be put right: " + Judging.describe(failure));
        }
    }

    List<Remedy> remedies() {
        return remedies;
    }

    /** Whether the rule knows already what is wrong; if it has to wait itself, that is told when it is judged. */
    private boolean violated(ResourceRule rule, Context context) {
        try {
            return !Judgement.attempt(() -> rule.check(resource, context))
                    .violations()
                    .isEmpty();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            // Told when the rule is judged.
            return false;
        }
    }

    private void fail(RuleInfo rule, String clause) {
        String statement = "%s %s".formatted(resource.name(), clause);
        remedies.add(new Failure(rule, Secrets.of(List.of(resource)).mask(statement)));
    }
}
