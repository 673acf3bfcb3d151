package dev.plinth.app.http.transfer;

import dev.plinth.app.access.Scope;
import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.formats.RecordWriter;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.metrics.MetricQueryReader;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Position;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Slice;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Exports of metrics as files, which an import takes back as they are. */
public final class ExportOperations implements Operations {
    private static final int COST = 50;
    private static final int PAGE_METRICS = 200;

    private final Metrics metrics;

    public ExportOperations(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void addTo(Api api) {
        api.add(
                Operation.get("exportMetrics", "/api/v1/exports", Scope.METRICS_READ)
                        .answering(MediaTypes.WILDCARD)
                        .costing(COST),
                this::export);
    }

    private Reply export(Call call) {
        QueryReader query = call.query();
        RecordFormat format = query.one("format", text -> Names.constant(RecordFormat.class, text))
                .orElse(RecordFormat.JSON);
        var wanted = new MetricQuery(
                MetricQueryReader.view(query, call.principal()),
                MetricQueryReader.filter(query),
                MetricQuery.Presence.THERE,
                Sorting.BY_ID);
        query.finish();
        String name = "attachment; filename=\"metrics.%s\"".formatted(Names.of(format));
        return Reply.streamed(format.mediaType(), target -> write(wanted, format, target))
                .header(HeaderNames.CONTENT_DISPOSITION, name);
    }

    /** Page by page, so that neither memory nor a connection is held while the client reads. */
    private void write(MetricQuery wanted, RecordFormat format, OutputStream target) throws IOException {
        Slice<Metric> page = metrics.list(wanted, new Position(List.of(), PAGE_METRICS));
        try (RecordWriter writer = format.writer(target)) {
            write(page, writer);
            while (page.hasMore()) {
                List<String> last = wanted.sorting().keyOf(page.items().getLast());
                page = metrics.list(wanted, new Position(last, PAGE_METRICS));
                write(page, writer);
            }
        }
    }

    private static void write(Slice<Metric> page, RecordWriter writer) throws IOException {
        for (Metric metric : page.items()) {
            writer.write(MetricJson.write(metric.content()));
        }
    }
}
