package dev.plinth.app.http;

import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.ServerRequestHeaders;
import java.util.List;
import java.util.stream.Collectors;

/** What the header {@code Accept} allows. */
final class Acceptance {
    /** The one that the client likes best; throws when it takes none of them. */
    static MediaType best(ServerRequestHeaders headers, List<MediaType> offered) {
        return headers.bestAccepted(offered.toArray(MediaType[]::new)).orElseThrow(() -> notAcceptable(offered));
    }

    /** Whether a person is likely to read the answer. */
    static boolean prefersHtml(ServerRequestHeaders headers) {
        return headers.bestAccepted(MediaTypes.APPLICATION_JSON, MediaTypes.TEXT_HTML)
                .filter(MediaTypes.TEXT_HTML::equals)
                .isPresent();
    }

    private static RefusedException notAcceptable(List<MediaType> offered) {
        String types = offered.stream().map(MediaType::text).collect(Collectors.joining(" or "));
        var fault = new Violation(
                Violation.Place.HEADER,
                "Accept",
                "not_acceptable",
                "must allow %s, which is what is answered here".formatted(types));
        return new RefusedException(Problem.of(ProblemType.NOT_ACCEPTABLE, List.of(fault)));
    }

    private Acceptance() {}
}
