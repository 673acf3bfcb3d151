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
import dev.plinth.app.objectives.CheckIn;
import dev.plinth.app.objectives.KeyResult;
import dev.plinth.app.objectives.KeyResults;
import dev.plinth.app.objectives.ObjectiveJson;
import dev.plinth.app.values.Slice;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Key results over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class KeyResultOperations implements Operations {
    private static final String OF_OBJECTIVE = "/api/v1/objectives/{objective}/key-results";
    private static final String PATH = "/api/v1/key-results";
    private static final String ONE = PATH + "/{key_result}";

    private final KeyResults keyResults;

    public KeyResultOperations(KeyResults keyResults) {
        this.keyResults = keyResults;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listKeyResults", OF_OBJECTIVE, Scope.OBJECTIVES_READ), this::list)
                .add(
                        Operation.change("createKeyResult", Method.POST, OF_OBJECTIVE, Scope.OBJECTIVES_WRITE),
                        this::create)
                .add(Operation.get("getKeyResult", ONE, Scope.OBJECTIVES_READ), this::get)
                .add(Operation.change("updateKeyResult", Method.PATCH, ONE, Scope.OBJECTIVES_WRITE), this::update)
                .add(Operation.change("deleteKeyResult", Method.DELETE, ONE, Scope.OBJECTIVES_WRITE), this::delete)
                .add(Operation.change("checkIn", Method.POST, ONE + ":check-in", Scope.OBJECTIVES_WRITE), this::checkIn)
                .add(Operation.get("listCheckIns", ONE + "/check-ins", Scope.OBJECTIVES_READ), this::checkIns);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Paging paging = Paging.read(call, query);
        query.finish();
        Slice<KeyResult> page = keyResults.of(ObjectiveOperations.objective(call), Uids.after(paging), paging.limit());
        return Reply.ok(
                paging.json(page, ObjectiveJson::write, one -> List.of(one.uid().toString())));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        KeyResult made = keyResults.create(
                call.actor(), ObjectiveOperations.objective(call), ObjectiveReader.keyResult(call.body()));
        return Reply.created(PATH + "/" + made.uid(), ObjectiveJson.write(made)).revision(made.revision());
    }

    private Reply get(Call call) {
        return shown(keyResults.get(keyResult(call.withoutParameters())));
    }

    private Reply update(Call call) {
        UUID uid = keyResult(call.withoutParameters());
        MergePatch patch = call.patch();
        return shown(keyResults.change(
                call.actor(),
                uid,
                call.ifMatch(),
                content -> ObjectiveReader.keyResult(patch.onto(ObjectiveJson.write(content)))));
    }

    private Reply delete(Call call) {
        keyResults.delete(call.actor(), keyResult(call.withoutParameters()), call.ifMatch());
        return Reply.noContent();
    }

    private Reply checkIn(Call call) {
        UUID uid = keyResult(call.withoutParameters());
        return shown(keyResults.checkIn(call.actor(), uid, ObjectiveReader.report(call.body())));
    }

    private Reply checkIns(Call call) {
        QueryReader query = call.query();
        Paging paging = Paging.read(call, query);
        query.finish();
        Optional<UUID> before = paging.after().map(List::getFirst).map(Uids::ofCursor);
        Slice<CheckIn> page = keyResults.checkIns(keyResult(call), before, paging.limit());
        return Reply.ok(paging.json(
                page, ObjectiveJson::write, checkIn -> List.of(checkIn.uid().toString())));
    }

    private static UUID keyResult(Call call) {
        return Uids.ofPath(call, "key_result", "key result");
    }

    private static Reply shown(KeyResult keyResult) {
        return Reply.ok(ObjectiveJson.write(keyResult)).revision(keyResult.revision());
    }
}
