package dev.plinth.policy.docs;

import dev.plinth.policy.Control;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.StackRule;
import java.util.List;
import java.util.Locale;

/** The page of one rule. */
final class RulePage {
    private RulePage() {}

    static String of(PolicyPack pack, Rule rule) {
        RuleInfo info = rule.info();
        var page = new Markdown();
        page.heading(1, info.id());
        page.paragraph(info.title() + ".");
        page.table(
                List.of("pack", "level", "severity", "judges"),
                List.of(List.of(pack.name(), name(info.level()), name(info.severity()), judges(rule))));
        page.heading(2, "Why");
        page.paragraph(info.explanation().why());
        page.heading(2, "Cure");
        page.paragraph(Markdown.sentence(info.explanation().cure()));
        page.paragraph(remedy(rule));
        types(info.types(), page);
        controls(info.explanation().controls(), page);
        configuration(info, page);
        exemption(info, page);
        return page.text();
    }

    private static String judges(Rule rule) {
        return rule instanceof StackRule
                ? "each resource among the others of its stack, after all are made"
                : "each resource by its inputs, before anything is changed";
    }

    private static String remedy(Rule rule) {
        return rule instanceof RemediatingRule
                ? "At the level `remediate` the pack does this itself, in the inputs, before the provider sees them."
                : "At the level `remediate` nothing is put right: a violation stops the deployment, as at `mandatory`.";
    }

    private static void types(ResourceTypes types, Markdown page) {
        page.heading(2, "Resources");
        if (types.isEvery()) {
            page.paragraph("Every resource.");
            return;
        }
        page.table(
                List.of("type", "class of the Java SDK"),
                types.sdkClasses().entrySet().stream()
                        .map(type -> List.of(Markdown.code(type.getKey()), Markdown.code(type.getValue())))
                        .toList());
    }

    private static void controls(List<Control> controls, Markdown page) {
        if (!controls.isEmpty()) {
            page.heading(2, "Controls");
            page.table(
                    List.of("framework", "version", "control"),
                    controls.stream()
                            .map(control -> List.of(
                                    "[%s](%s)"
                                            .formatted(
                                                    control.framework().name(),
                                                    control.framework().reference()),
                                    control.framework().version(),
                                    control.id()))
                            .toList());
        }
    }

    private static void configuration(RuleInfo info, Markdown page) {
        page.heading(2, "Configuration");
        List<Setting> settings = Setting.of(info);
        if (settings.isEmpty()) {
            page.paragraph("Its level is all that can be set.");
        } else {
            page.table(
                    List.of("name", "type", "default", "range", "meaning"),
                    settings.stream()
                            .map(setting -> List.of(
                                    Markdown.code(setting.name()),
                                    setting.type(),
                                    Markdown.code(setting.initial()),
                                    setting.range(),
                                    setting.meaning()))
                            .toList());
        }
        page.paragraph("In the file that `--policy-pack-config` names:");
        page.json(Snippets.configuration(info, settings));
    }

    private static void exemption(RuleInfo info, Markdown page) {
        page.heading(2, "Exemption");
        page.paragraph("In the same file, for one resource and until a day:");
        page.json(Snippets.exemption(info));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
