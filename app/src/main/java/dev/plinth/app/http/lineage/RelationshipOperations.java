package dev.plinth.app.http.lineage;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.http.metrics.MetricIds;
import dev.plinth.app.lineage.LineageJson;
import dev.plinth.app.lineage.Relationship;
import dev.plinth.app.lineage.RelationshipQuery;
import dev.plinth.app.lineage.RelationshipType;
import dev.plinth.app.lineage.Relationships;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Relationships of metrics over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class RelationshipOperations implements Operations {
    private static final String PATH = "/api/v1/metrics/{id}/relationships";
    private static final String ONE = PATH + "/{relationship}";

    private final Relationships relationships;

    public RelationshipOperations(Relationships relationships) {
        this.relationships = relationships;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listRelationships", PATH, Scope.METRICS_READ), this::list)
                .add(Operation.change("addRelationship", Method.POST, PATH, Scope.METRICS_WRITE), this::add)
                .add(Operation.get("getRelationship", ONE, Scope.METRICS_READ), this::get)
                .add(Operation.change("removeRelationship", Method.DELETE, ONE, Scope.METRICS_WRITE), this::remove);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Set<RelationshipType> types = query.anyOf("type", RelationshipType.class);
        Paging paging = Paging.read(call, query);
        query.finish();
        var asked = new RelationshipQuery(types, View.of(call.principal()), Uids.after(paging), paging.limit());
        return Reply.ok(paging.json(
                relationships.list(MetricIds.of(call), asked),
                LineageJson::write,
                relationship -> List.of(relationship.uid().toString())));
    }

    private Reply add(Call call) {
        MetricId metric = MetricIds.of(call.withoutParameters());
        JsonObjectReader body = call.body();
        Optional<RelationshipType> type = body.choice("type", RelationshipType.class);
        Optional<MetricId> other = body.text("metric_id", MetricId::new);
        body.finish();
        Relationship made = relationships.add(call.actor(), metric, type.orElseThrow(), other.orElseThrow());
        return Reply.created(call.path() + "/" + made.uid(), LineageJson.write(made));
    }

    private Reply get(Call call) {
        UUID uid = uid(call.withoutParameters());
        return Reply.ok(LineageJson.write(relationships.get(call.principal(), MetricIds.of(call), uid)));
    }

    private Reply remove(Call call) {
        UUID uid = uid(call.withoutParameters());
        relationships.remove(call.actor(), MetricIds.of(call), uid);
        return Reply.noContent();
    }

    private static UUID uid(Call call) {
        return Uids.ofPath(call, "relationship", "relationship");
    }
}
