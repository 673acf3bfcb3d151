package dev.plinth.app.http.lineage;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.metrics.MetricIds;
import dev.plinth.app.lineage.Heading;
import dev.plinth.app.lineage.Lineage;
import dev.plinth.app.lineage.LineageJson;
import dev.plinth.app.lineage.MetricLineage;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Names;

/** Lineage and impact of metrics over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class LineageOperations implements Operations {
    private static final String METRIC = "/api/v1/metrics/{id}";
    private static final int DEPTH_UNLESS_TOLD = 3;
    // Several queries each.
    private static final int COST = 5;

    private final MetricLineage lineage;

    public LineageOperations(MetricLineage lineage) {
        this.lineage = lineage;
    }

    @Override
    public void addTo(Api api) {
        api.add(
                        Operation.get("getLineage", METRIC + "/lineage", Scope.METRICS_READ)
                                .costing(COST),
                        this::graph)
                .add(
                        Operation.get("getImpact", METRIC + "/impact", Scope.METRICS_READ)
                                .costing(COST),
                        this::impact);
    }

    private Reply graph(Call call) {
        QueryReader query = call.query();
        Heading heading = query.one("direction", text -> Names.constant(Heading.class, text))
                .orElse(Heading.BOTH);
        int depth = query.one("depth", LineageOperations::depth).orElse(DEPTH_UNLESS_TOLD);
        query.finish();
        return Reply.ok(LineageJson.write(lineage.graph(call.principal(), MetricIds.of(call), heading, depth)));
    }

    private Reply impact(Call call) {
        call.withoutParameters();
        return Reply.ok(LineageJson.write(lineage.impact(call.principal(), MetricIds.of(call))));
    }

    private static int depth(String text) {
        int depth = QueryReader.wholeNumber(text);
        if (depth < 1 || depth > Lineage.DEPTH_MAX) {
            throw new InvalidValueException("must be from 1 to %d".formatted(Lineage.DEPTH_MAX));
        }
        return depth;
    }
}
