package dev.plinth.policy.docs;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The page that leads to all others: every rule, and what they cover. */
final class IndexPage {
    private IndexPage() {}

    static String of(List<PolicyPack> packs) {
        var page = new Markdown();
        page.heading(1, "Policies");
        page.paragraph(
                "Written from the rules themselves by `plinth-policy docs`; change a rule, and write the pages anew.");
        levels(packs, page);
        packs.forEach(pack -> rules(pack, page));
        var coverage = new Coverage(packs);
        page.heading(2, "Coverage by service");
        page.paragraph("How many rules look at a service, and how many controls of each framework they put into code.");
        page.table(coverage.head(), coverage.services());
        page.heading(2, "Coverage by framework");
        coverage.frameworks().forEach((framework, controls) -> {
            page.heading(3, "%s %s".formatted(framework.name(), framework.version()));
            page.paragraph(Markdown.link("The framework itself", framework.reference()) + ".");
            page.table(List.of("control", "rules"), controls);
        });
        return page.text();
    }

    private static void levels(List<PolicyPack> packs, Markdown page) {
        page.heading(2, "Levels");
        page.paragraph("The level that each rule has as long as nobody configures another one.");
        var head = new ArrayList<>(List.of("pack", "rules"));
        Arrays.stream(EnforcementLevel.values()).map(RulePage::name).forEach(head::add);
        head.add("can put right");
        page.table(head, packs.stream().map(IndexPage::levels).toList());
    }

    private static List<String> levels(PolicyPack pack) {
        var row =
                new ArrayList<>(List.of(pack.name(), String.valueOf(pack.rules().size())));
        for (EnforcementLevel level : EnforcementLevel.values()) {
            row.add(count(pack.rules().stream().filter(rule -> rule.info().level() == level)));
        }
        row.add(count(pack.rules().stream().filter(RemediatingRule.class::isInstance)));
        return row;
    }

    private static String count(Stream<Rule> rules) {
        return String.valueOf(rules.count());
    }

    private static void rules(PolicyPack pack, Markdown page) {
        page.heading(2, pack.name());
        page.paragraph(Markdown.sentence(pack.description()));
        page.table(
                List.of("rule", "level", "severity", "asks"),
                pack.rules().stream()
                        .map(Rule::info)
                        .map(info -> row(pack, info))
                        .toList());
    }

    private static List<String> row(PolicyPack pack, RuleInfo info) {
        return List.of(
                Markdown.link(info.id(), Documentation.path(pack, info.id())),
                RulePage.name(info.level()),
                RulePage.name(info.severity()),
                info.title());
    }
}
