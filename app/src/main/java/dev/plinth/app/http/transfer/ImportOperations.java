package dev.plinth.app.http.transfer;

import dev.plinth.app.access.Scope;
import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Problem;
import dev.plinth.app.http.ProblemType;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.RefusedException;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.http.Violation;
import dev.plinth.app.transfer.Import;
import dev.plinth.app.transfer.ImportMode;
import dev.plinth.app.transfer.ImportOrder;
import dev.plinth.app.transfer.Imports;
import dev.plinth.app.transfer.Reception;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.StoreUnavailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Imports of files, and the operations that they are, over HTTP. */
public final class ImportOperations implements Operations {
    /** The longest file: a hundred thousand metrics of usual length. */
    private static final int FILE_BYTES_MAX = 50 << 20;

    private static final int COST = 50;
    private static final String PATH = "/api/v1/operations";

    private final Imports imports;

    public ImportOperations(Imports imports) {
        this.imports = imports;
    }

    @Override
    public void addTo(Api api) {
        api.add(
                        Operation.change("startImport", Method.POST, "/api/v1/imports", Scope.METRICS_WRITE)
                                .with(Effect.APART)
                                .taking(FILE_BYTES_MAX)
                                .costing(COST),
                        this::start)
                .add(Operation.get("getOperation", PATH + "/{id}", new Access.SignedIn()), this::get)
                .add(
                        Operation.change("cancelOperation", Method.POST, PATH + "/{id}:cancel", new Access.SignedIn()),
                        this::cancel);
    }

    private Reply start(Call call) {
        QueryReader query = call.query();
        ImportMode mode = query.one("mode", text -> Names.constant(ImportMode.class, text))
                .orElse(ImportMode.CREATE);
        boolean trial = query.one("validate_only", QueryReader::flag).orElse(false);
        query.finish();
        Reception reception = imports.receive(new ImportOrder(call.actor(), format(call), mode, trial));
        Import ordered;
        try {
            call.receive(reception);
            ordered = reception.end();
        } catch (RuntimeException broken) {
            abandon(reception, broken);
            throw broken;
        }
        return Reply.accepted(PATH + "/" + ordered.uid(), ImportJson.write(ordered, List.of()));
    }

    private static void abandon(Reception reception, RuntimeException broken) {
        try {
            reception.abandon();
        } catch (StoreUnavailableException outage) {
            // It is forgotten later.
            broken.addSuppressed(outage);
        }
    }

    private static RecordFormat format(Call call) {
        String type = call.header(HeaderNames.CONTENT_TYPE).orElse("none");
        String bare = type.replaceFirst(";.*", "").strip();
        boolean unicode = !type.toLowerCase(Locale.ROOT).contains("charset=")
                || type.toLowerCase(Locale.ROOT).replace("\"", "").contains("charset=utf-8");
        return RecordFormat.ofMediaType(bare).filter(known -> unicode).orElseThrow(() -> {
            String known = Arrays.stream(RecordFormat.values())
                    .map(RecordFormat::mediaType)
                    .collect(Collectors.joining(", "));
            var fault = new Violation(
                    Violation.Place.HEADER,
                    "Content-Type",
                    "unsupported_media_type",
                    "must be one of %s, in UTF-8, but is '%s'".formatted(known, type));
            return new RefusedException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, List.of(fault)));
        });
    }

    private Reply get(Call call) {
        call.withoutParameters();
        return reply(imports.get(call.actor(), id(call)));
    }

    private Reply cancel(Call call) {
        call.withoutParameters();
        return reply(imports.cancel(call.actor(), id(call)));
    }

    private Reply reply(Import done) {
        return Reply.ok(ImportJson.write(done, imports.faults(done)));
    }

    private static UUID id(Call call) {
        return Uids.ofPath(call, "id", "operation");
    }
}
