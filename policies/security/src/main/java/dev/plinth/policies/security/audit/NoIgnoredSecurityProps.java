package dev.plinth.policies.security.audit;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine does not overlook changes of what this pack judges. */
final class NoIgnoredSecurityProps implements ResourceRule {
    /** The property that a path begins with, written as {@code a.b}, {@code a[0]} or {@code ["a"]}; or all of them. */
    private static final Pattern FIRST = Pattern.compile("\\[?\"?(\\*|\\w+).*");

    private static final String EVERY = "*";

    private static final ResourceTypes TYPES = JudgedProperties.types();
    private static final Map<String, Set<String>> NAMES = JudgedProperties.byToken();

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("no-ignored-security-props", TYPES, "No change of what the rules judge is overlooked")
                .severity(Severity.MEDIUM)
                .why("The program goes on to say what is safe, and the rules judge by that, while AWS has something"
                        + " else.")
                .cure("take the property out of ignoreChanges");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Set<String> judged = NAMES.getOrDefault(resource.type(), Set.of());
        return Judgement.each(
                resource.options().ignoreChanges(),
                path -> Judgement.violatedIf(
                        isJudged(path, judged),
                        "overlooks changes of %s, by which other rules judge it".formatted(path)));
    }

    private static boolean isJudged(String path, Set<String> judged) {
        Matcher first = FIRST.matcher(path);
        return first.matches() && (first.group(1).equals(EVERY) || judged.contains(first.group(1)));
    }
}
