package dev.plinth.sandbox.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a load balancer did, second by second, in no order; seconds without requests may be missing. */
public record ProxyTraffic(List<Second> seconds) {
    public ProxyTraffic {
        seconds = List.copyOf(seconds);
    }

    /**
     * One second of one target group.
     *
     * @param second since 1970
     * @param group its name; empty for requests that reached none
     * @param answers by status: "200" are those of targets, "lb-503" those that the load balancer gave by itself
     * @param times how long the targets took
     * @param targets how well they were when they were looked at, if they were
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Second(
            long second,
            String group,
            Map<String, Long> answers,
            ResponseTimes times,
            @Nullable Targets targets) {
        public Second {
            answers = Map.copyOf(answers);
        }

        public Optional<Targets> looked() {
            return Optional.ofNullable(targets);
        }
    }

    /** How many targets were healthy, and how many were not. */
    public record Targets(int healthy, int unhealthy) {}
}
