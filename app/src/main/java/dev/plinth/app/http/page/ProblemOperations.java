package dev.plinth.app.http.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.ProblemType;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.page.Frame;
import dev.plinth.app.page.ProblemIndex;
import dev.plinth.app.page.ProblemPage;
import dev.plinth.app.page.ProblemView;
import dev.plinth.app.values.NotFoundException;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import java.util.Arrays;
import java.util.List;

/** What each kind of error means and what to do about it: where the field {@code type} of an error's body leads. */
public final class ProblemOperations implements Operations {
    private static final Access EVERYONE = new Access.Everyone();
    private static final String PATH = "/problems";

    private final List<ProblemView> problems =
            Arrays.stream(ProblemType.values()).map(ProblemGuide::explain).toList();

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listProblems", PATH, EVERYONE).answering(MediaTypes.WILDCARD), this::list)
                .add(Operation.get("getProblem", PATH + "/{slug}", EVERYONE).answering(MediaTypes.WILDCARD), this::get);
    }

    private Reply list(Call call) {
        call.withoutParameters();
        if (prefersHtml(call)) {
            return varying(Html.open("problems", new ProblemIndex(Frame.open("Errors of the API"), problems)));
        }
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        problems.forEach(problem -> items.add(json(problem)));
        return varying(Reply.ok(body));
    }

    private Reply get(Call call) {
        call.withoutParameters();
        String slug = call.path("slug");
        ProblemView problem = problems.stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("problem", slug));
        return varying(
                prefersHtml(call)
                        ? Html.open("problem", new ProblemPage(Frame.open(problem.title()), problem))
                        : Reply.ok(json(problem)));
    }

    private static boolean prefersHtml(Call call) {
        return call.preferred(MediaTypes.APPLICATION_JSON, MediaTypes.TEXT_HTML).equals(MediaTypes.TEXT_HTML);
    }

    private static Reply varying(Reply reply) {
        return reply.header(HeaderNames.VARY, HeaderNames.ACCEPT.defaultCase());
    }

    private static ObjectNode json(ProblemView problem) {
        return Json.object()
                .put("type", PATH + "/" + problem.slug())
                .put("code", problem.code())
                .put("status", problem.status())
                .put("title", problem.title())
                .put("meaning", problem.meaning())
                .put("remedy", problem.remedy())
                .put("retryable", problem.retryable());
    }
}
