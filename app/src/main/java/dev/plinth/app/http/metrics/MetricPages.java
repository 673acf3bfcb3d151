package dev.plinth.app.http.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Projection;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Position;
import java.util.List;

/** Pages of metrics as JSON. */
final class MetricPages {
    private final Metrics metrics;

    MetricPages(Metrics metrics) {
        this.metrics = metrics;
    }

    ObjectNode page(MetricQuery query, Paging paging, Projection projection) {
        var position = new Position(paging.after().orElse(List.of()), paging.limit());
        ObjectNode page = paging.json(
                metrics.list(query, position),
                metric -> projection.of(MetricJson.write(metric)),
                query.sorting()::keyOf);
        if (paging.isTotalWanted()) {
            page.withObject("/page").put("total", metrics.count(query));
        }
        return page;
    }
}
