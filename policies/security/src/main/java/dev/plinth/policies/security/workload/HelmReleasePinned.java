package dev.plinth.policies.security.workload;

import com.pulumi.kubernetes.helm.v3.Release;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import java.util.List;
import java.util.regex.Pattern;

/** A chart is the one that was tried, from where somebody expects it. */
final class HelmReleasePinned implements ResourceRule {
    record Sources(
            @Described("beginnings of the addresses that charts may come from; none allows every address")
            List<String> repositories) {
        boolean allow(String address) {
            return repositories.isEmpty() || repositories.stream().anyMatch(address::startsWith);
        }
    }

    private static final RuleConfig<Sources> SOURCES = RuleConfig.of(new Sources(List.of()));
    private static final Pattern VERSION = Pattern.compile("v?\\d+\\.\\d+\\.\\d+([-+].+)?");

    private static final ResourceTypes RELEASES = ResourceTypes.of(Release.class);
    private static final Property<String> CHART = RELEASES.text("chart");
    private static final Property<String> CHART_VERSION = RELEASES.text("version");
    private static final ObjectProperty<Properties> REPOSITORY = RELEASES.object("repositoryOpts");
    private static final Property<String> ADDRESS = REPOSITORY.fields().text("repo");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("helm-release-pinned", RELEASES, "A Helm release names the version of its chart")
                .why("A chart may make anything in the cluster, and without a version it is another one tomorrow.")
                .cure("set version to one exact version of the chart, from a repository that the rule allows")
                .config(SOURCES);
    }

    @Override
    public Judgement check(Resource release, Context context) {
        String chart = release.get(CHART).orElse("");
        if (chart.startsWith(".") || chart.startsWith("/")) {
            return Judgement.notApplicable("leaves a chart alone that is part of the program");
        }
        return Judgement.all(
                () -> checkVersion(release, chart), () -> checkAddress(release, chart, context.get(SOURCES)));
    }

    private static Judgement checkVersion(Resource release, String chart) {
        // The address of a package holds its version.
        boolean packed = chart.endsWith(".tgz");
        String version = release.get(CHART_VERSION).orElse("");
        String found = version.isEmpty() ? "no version" : "the version " + version;
        return Judgement.violatedIf(
                !packed && !VERSION.matcher(version).matches(),
                "asks for %s of its chart, not for one exact version".formatted(found));
    }

    private static Judgement checkAddress(Resource release, String chart, Sources sources) {
        String address =
                release.get(REPOSITORY).flatMap(options -> options.get(ADDRESS)).orElse(chart);
        return Judgement.violatedIf(
                !sources.allow(address), "takes its chart from %s, which is not listed".formatted(address));
    }
}
