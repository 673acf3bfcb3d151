package dev.plinth.app.http;

import java.util.Optional;

/** How problems are shown to people, at addresses that people go to. */
public interface ErrorPages {
    /** Leaves every problem to programs. */
    ErrorPages NONE = (path, problem, requestId) -> Optional.empty();

    /** The page that shows the problem; empty when the address is none for people. */
    Optional<Reply> page(String path, Problem problem, String requestId);
}
