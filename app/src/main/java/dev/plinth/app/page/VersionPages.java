package dev.plinth.app.page;

import dev.plinth.app.metrics.ChangeClass;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricVersion;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.metrics.Versions;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.util.List;
import java.util.Optional;

/** The pages about what a metric has said over time. */
public final class VersionPages {
    private static final int PAGE = 30;

    private final Metrics metrics;
    private final Versions versions;
    private final MetricPages pages;

    public VersionPages(Metrics metrics, Versions versions, MetricPages pages) {
        this.metrics = metrics;
        this.versions = versions;
        this.pages = pages;
    }

    /** One page of them, all older than {@code before}. */
    public VersionsPage list(Viewer viewer, MetricId id, Optional<Version> before) {
        MetricPage page = pages.definition(viewer, id);
        Slice<MetricVersion> slice = versions.list(page.metric(), before, PAGE);
        String next = slice.hasMore()
                ? "/catalogue/metrics/%s/versions?before=%s"
                        .formatted(page.id(), slice.items().getLast().number())
                : "";
        return new VersionsPage(page, slice.items(), isPending(viewer, page.metric()), next);
    }

    /** How a version differs from {@code base}, which is the one before it unless told. */
    public DifferencePage difference(Viewer viewer, MetricId id, Version number, Optional<Version> base) {
        MetricPage page = pages.definition(viewer, id);
        MetricVersion version = versions.get(page.metric(), number);
        Optional<MetricVersion> other = base.map(named -> versions.get(page.metric(), named))
                .or(() -> versions.list(page.metric(), Optional.of(number), 1).items().stream()
                        .findFirst());
        return new DifferencePage(
                page,
                other.map(found -> "version " + found.number()).orElse("nothing"),
                "version " + number,
                version.reason().value(),
                other.map(found -> Difference.between(found.content(), version.content()))
                        .orElse(List.of()));
    }

    /** How the draft differs from what is published; for those who see drafts. */
    public DifferencePage draft(Viewer viewer, MetricId id) {
        if (!viewer.principal().seesDrafts()) {
            throw new ForbiddenException("To see drafts you need the scope 'metrics:write', which you do not have.");
        }
        MetricPage page = pages.definition(viewer, id);
        Metric draft = metrics.get(id, View.DRAFT);
        MetricVersion newest = page.metric()
                .standing()
                .version()
                .map(number -> versions.get(page.metric(), number))
                .orElseThrow(() -> new NotFoundException("version", id + " latest"));
        return new DifferencePage(
                page,
                "version " + newest.number(),
                "the draft",
                "",
                Difference.between(newest.content(), draft.content()));
    }

    private boolean isPending(Viewer viewer, Metric shown) {
        return viewer.principal().seesDrafts()
                && shown.edition().published()
                && metrics.find(shown.id(), View.DRAFT)
                        .flatMap(draft -> ChangeClass.between(shown.content(), draft.content()))
                        .isPresent();
    }
}
