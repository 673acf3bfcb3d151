package dev.plinth.app.http.page;

import dev.plinth.app.http.ErrorPages;
import dev.plinth.app.http.Problem;
import dev.plinth.app.http.Reply;
import dev.plinth.app.page.ErrorPage;
import dev.plinth.app.page.Frame;
import java.util.Optional;

/** Errors in the look of the catalogue's pages. */
final class CatalogueErrors implements ErrorPages {
    @Override
    public Optional<Reply> page(String path, Problem problem, String requestId) {
        if (!path.equals("/catalogue") && !path.startsWith("/catalogue/")) {
            return Optional.empty();
        }
        String title = problem.type().title();
        var page = new ErrorPage(Frame.open(title), problem.status().code(), title, problem.detail(), requestId);
        return Optional.of(Html.personal(problem.status(), "error", page));
    }
}
