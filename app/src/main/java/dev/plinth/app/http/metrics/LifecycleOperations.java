package dev.plinth.app.http.metrics;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.metrics.Lifecycle;
import dev.plinth.app.metrics.Lifecycle.Farewell;
import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Removals;
import dev.plinth.app.metrics.Removals.Force;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Prose;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import java.time.Instant;
import java.util.Optional;

/** The life of metrics over HTTP. */
public final class LifecycleOperations implements Operations {
    private final Metrics metrics;
    private final Lifecycle lifecycle;
    private final Removals removals;

    public LifecycleOperations(Metrics metrics, Lifecycle lifecycle, Removals removals) {
        this.metrics = metrics;
        this.lifecycle = lifecycle;
        this.removals = removals;
    }

    @Override
    public void addTo(Api api) {
        api.add(
                        Operation.change("deleteMetric", Method.DELETE, MetricOperations.ONE, Scope.METRICS_DELETE),
                        this::delete)
                .add(verb("undeleteMetric", "undelete", Scope.METRICS_DELETE), this::undelete)
                .add(verb("renameMetric", "rename", Scope.METRICS_WRITE), this::rename)
                .add(verb("duplicateMetric", "duplicate", Scope.METRICS_WRITE), this::duplicate)
                .add(verb("publishMetric", "publish", Scope.METRICS_PUBLISH), this::publish)
                .add(verb("deprecateMetric", "deprecate", Scope.METRICS_PUBLISH), this::deprecate)
                .add(verb("retireMetric", "retire", Scope.METRICS_PUBLISH), this::retire);
    }

    private static Operation verb(String id, String verb, Scope scope) {
        return Operation.change(id, Method.POST, MetricOperations.ONE + ":" + verb, scope);
    }

    private Reply delete(Call call) {
        QueryReader query = call.query();
        boolean force = query.one("force", QueryReader::flag).orElse(false);
        query.finish();
        var at = new MetricAt(MetricIds.of(call), call.ifMatch());
        removals.delete(call.actor(), at, force ? Force.EVEN_IF_USED : Force.NONE);
        return Reply.noContent();
    }

    private Reply undelete(Call call) {
        return MetricOperations.kept(removals.undelete(call.actor(), at(call.withoutParameters())));
    }

    private Reply rename(Call call) {
        MetricAt at = at(call.withoutParameters());
        return MetricOperations.kept(removals.rename(call.actor(), at, newId(call)));
    }

    private Reply duplicate(Call call) {
        call.withoutParameters();
        return MetricOperations.created(metrics.duplicate(call.actor(), MetricIds.of(call), newId(call)));
    }

    private Reply publish(Call call) {
        MetricAt at = at(call.withoutParameters());
        return MetricOperations.kept(lifecycle.publish(call.actor(), at, reason(call)));
    }

    private Reply deprecate(Call call) {
        MetricAt at = at(call.withoutParameters());
        JsonObjectReader body = call.body();
        Optional<Prose> reason = body.text("reason", Prose::new);
        Optional<Instant> sunset = body.text("sunset", QueryReader::time);
        Optional<MetricId> replacement = body.optional("replacement", MetricId::new);
        body.finish();
        var farewell = new Farewell(reason.orElseThrow(), sunset.orElseThrow(), replacement);
        return MetricOperations.kept(lifecycle.deprecate(call.actor(), at, farewell));
    }

    private Reply retire(Call call) {
        MetricAt at = at(call.withoutParameters());
        return MetricOperations.kept(lifecycle.retire(call.actor(), at, reason(call)));
    }

    /** The revision may be named here, but need not: the verb says all that happens. */
    static MetricAt at(Call call) {
        boolean named = call.header(HeaderNames.IF_MATCH).isPresent();
        return new MetricAt(MetricIds.of(call), named ? call.ifMatch() : new IfMatch.Any());
    }

    private static MetricId newId(Call call) {
        JsonObjectReader body = call.body();
        Optional<MetricId> id = body.text("metric_id", MetricId::new);
        body.finish();
        return id.orElseThrow();
    }

    private static Prose reason(Call call) {
        JsonObjectReader body = call.body();
        Optional<Prose> reason = body.text("reason", Prose::new);
        body.finish();
        return reason.orElseThrow();
    }
}
