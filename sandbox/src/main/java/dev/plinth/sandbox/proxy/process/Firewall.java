package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.FirewallRule;
import dev.plinth.sandbox.proxy.FirewallRule.Match;
import dev.plinth.sandbox.proxy.FirewallRule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules of one configuration; what clients did before it is remembered beyond it. */
final class Firewall {
    private final List<Judge> judges;
    private final FirewallMemory memory;

    Firewall(List<FirewallRule> rules, FirewallMemory memory) {
        this.judges = rules.stream()
                .map(rule -> new Judge(rule, question(rule.match())))
                .toList();
        this.memory = memory;
    }

    private record Judge(FirewallRule rule, Predicate<Facts> question) {}

    /** The refusal of a request; empty when it may go on. Every rule that is asked counts the request. */
    Optional<Verdict.Block> refusal(Facts facts) {
        for (var judge : judges) {
            if (applies(judge, facts)) {
                memory.count(judge.rule().name());
                switch (judge.rule().verdict()) {
                    case Verdict.Block block -> {
                        return Optional.of(block);
                    }
                    case Verdict.Allow ignored -> {
                        return Optional.empty();
                    }
                    case Verdict.Count ignored -> {}
                }
            }
        }
        return Optional.empty();
    }

    private boolean applies(Judge judge, Facts facts) {
        return judge.question().test(facts)
                && judge.rule()
                        .limit()
                        .map(rate -> memory.exceeds(judge.rule().name(), facts.source(), rate))
                        .orElse(true);
    }

    private static Predicate<Facts> question(Match match) {
        return switch (match) {
            case Match.All all -> {
                var parts = all.parts().stream().map(Firewall::question).toList();
                yield facts -> parts.stream().allMatch(part -> part.test(facts));
            }
            case Match.Any any -> {
                var parts = any.parts().stream().map(Firewall::question).toList();
                yield facts -> parts.stream().anyMatch(part -> part.test(facts));
            }
            case Match.Not not -> question(not.part()).negate();
            case Match.Found found -> found(found);
        };
    }

    private static Predicate<Facts> found(Match.Found match) {
        var expression = Pattern.compile(match.expression(), Pattern.DOTALL).asPredicate();
        return match.header().isEmpty()
                ? facts -> expression.test(facts.path())
                : facts -> facts.headers().getOrDefault(match.header(), List.of()).stream()
                        .anyMatch(expression);
    }
}
