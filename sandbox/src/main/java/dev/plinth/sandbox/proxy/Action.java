package dev.plinth.sandbox.proxy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What happens to a request. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Forward.class, name = "forward"),
    @JsonSubTypes.Type(value = Action.Distribute.class, name = "distribute"),
    @JsonSubTypes.Type(value = Action.Redirect.class, name = "redirect"),
    @JsonSubTypes.Type(value = Action.FixedResponse.class, name = "fixed-response")
})
public sealed interface Action {
    /** Sends it to one of the groups, each as often as its weight says; a group of weight 0 gets nothing. */
    record Forward(List<WeightedGroup> groups) implements Action {}

    /** Asks the origins of a CDN. */
    record Distribute(Behaviour behaviour) implements Action {}

    /** An answer that needs no target. */
    sealed interface Immediate extends Action {}

    /** Sends the client elsewhere; the parts may use #{protocol}, #{host}, #{port}, #{path} and #{query}. */
    record Redirect(String protocol, String host, String port, String path, String query, int status)
            implements Immediate {
        /** To HTTPS on the given port, with everything else as it is. */
        public static Redirect toHttps(int port) {
            return new Redirect("HTTPS", "#{host}", String.valueOf(port), "/#{path}", "#{query}", 301);
        }
    }

    /** Answers by itself. */
    record FixedResponse(int status, String contentType, String body) implements Immediate {}

    /** A target group, by its name, and its share of the requests (0 to 999). */
    record WeightedGroup(String group, int weight) {}
}
