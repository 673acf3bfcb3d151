package dev.plinth.infra.site;

import com.pulumi.exceptions.RunException;
import dev.plinth.infra.config.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which release of the site is live, and which ones were live before it, newest first. Releases never change; only
 * this pointer moves.
 *
 * @param live nothing before the first release
 */
public record SiteState(Optional<String> live, List<String> past) {
    /** How many releases can be gone back to one by one; older ones are still reached by their name. */
    static final int PAST_MAX = 10;

    static final SiteState NONE = new SiteState(Optional.empty(), List.of());

    public SiteState {
        past = List.copyOf(past);
    }

    /** The state after this run: the state before it, changed by the request and by nothing else. */
    public static SiteState next(Optional<SiteState> previous, SiteRequest request) {
        var before = previous.orElse(NONE);
        return switch (request) {
            case SiteRequest.Keep() -> before;
            case SiteRequest.Publish(String version) -> before.published(version);
            case SiteRequest.RollBack() -> before.rolledBack();
        };
    }

    /** The state in the shape of a stack output. */
    public Map<String, Object> toOutput() {
        return Map.of("version", live.orElse(SiteHistory.NOTHING), "previous", past);
    }

    private SiteState published(String version) {
        if (live.filter(version::equals).isPresent()) {
            return this;
        }
        var earlier = Stream.concat(live.stream(), past.stream())
                .filter(other -> !other.equals(version))
                .limit(PAST_MAX)
                .toList();
        return new SiteState(Optional.of(version), earlier);
    }

    /** A release that was left this way is not come back to: the next step goes further into the past. */
    private SiteState rolledBack() {
        if (past.isEmpty()) {
            throw new RunException("The site cannot be changed as requested. No resource was touched.\n\n"
                    + new Problem(
                                    "plinth:site.version",
                                    "a release before the live one",
                                    "live is %s, and nothing was live before it"
                                            .formatted(live.orElse(SiteHistory.NOTHING)),
                                    "name the version to go to, such as {\"version\": \"1.2.3\"}")
                            .toString()
                            .indent(2));
        }
        return new SiteState(Optional.of(past.getFirst()), past.subList(1, past.size()));
    }
}
