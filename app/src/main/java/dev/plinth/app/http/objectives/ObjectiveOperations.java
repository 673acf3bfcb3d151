package dev.plinth.app.http.objectives;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.objectives.KeyResults;
import dev.plinth.app.objectives.Objective;
import dev.plinth.app.objectives.ObjectiveJson;
import dev.plinth.app.objectives.ObjectiveQuery;
import dev.plinth.app.objectives.Objectives;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.MetricId;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Objectives over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class ObjectiveOperations implements Operations {
    private static final String PATH = "/api/v1/objectives";
    private static final String ONE = PATH + "/{objective}";

    private final Objectives objectives;
    private final KeyResults keyResults;

    public ObjectiveOperations(Objectives objectives, KeyResults keyResults) {
        this.objectives = objectives;
        this.keyResults = keyResults;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listObjectives", PATH, Scope.OBJECTIVES_READ), this::list)
                .add(Operation.change("createObjective", Method.POST, PATH, Scope.OBJECTIVES_WRITE), this::create)
                .add(Operation.get("getObjective", ONE, Scope.OBJECTIVES_READ), this::get)
                .add(Operation.change("updateObjective", Method.PATCH, ONE, Scope.OBJECTIVES_WRITE), this::update)
                .add(Operation.change("deleteObjective", Method.DELETE, ONE, Scope.OBJECTIVES_WRITE), this::delete)
                .add(Operation.get("getObjectiveProgress", ONE + "/progress", Scope.OBJECTIVES_READ), this::progress);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Set<DomainId> domains = query.any("domain", DomainId::new);
        Optional<MetricId> metric = query.one("metric_id", MetricId::new);
        Paging paging = Paging.read(call, query);
        query.finish();
        var page = objectives.list(new ObjectiveQuery(domains, metric, Uids.after(paging), paging.limit()));
        return Reply.ok(paging.json(
                page, ObjectiveJson::write, objective -> List.of(objective.uid().toString())));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        Objective objective = objectives.create(call.actor(), ObjectiveReader.objective(call.body()));
        return Reply.created(PATH + "/" + objective.uid(), ObjectiveJson.write(objective))
                .revision(objective.revision());
    }

    private Reply get(Call call) {
        Objective objective = objectives.get(objective(call.withoutParameters()));
        return Reply.ok(ObjectiveJson.write(objective)).revision(objective.revision());
    }

    private Reply update(Call call) {
        UUID uid = objective(call.withoutParameters());
        MergePatch patch = call.patch();
        Objective objective = objectives.change(
                call.actor(),
                uid,
                call.ifMatch(),
                content -> ObjectiveReader.objective(patch.onto(ObjectiveJson.write(content))));
        return Reply.ok(ObjectiveJson.write(objective)).revision(objective.revision());
    }

    private Reply delete(Call call) {
        objectives.delete(call.actor(), objective(call.withoutParameters()), call.ifMatch());
        return Reply.noContent();
    }

    private Reply progress(Call call) {
        return Reply.ok(ObjectiveJson.write(keyResults.outlook(objective(call.withoutParameters()))));
    }

    static UUID objective(Call call) {
        return Uids.ofPath(call, "objective", "objective");
    }
}
