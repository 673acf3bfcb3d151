package dev.plinth.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** An AWS service as far as the sandbox serves it, under the name that signatures have for it. */
public sealed interface ApiService {
    String name();

    /**
     * A service of the query protocol: a form with the action goes in, XML comes out.
     *
     * @param version the version of the API that the clients speak
     * @param namespace the namespace of the answers
     */
    record Query(String name, String version, String namespace, Map<String, QueryHandler> actions)
            implements ApiService {
        public Query {
            actions = Map.copyOf(actions);
        }
    }

    /** A service of the JSON 1.1 protocol: the header X-Amz-Target names the action behind the prefix and a point. */
    record Json(String name, String targetPrefix, Map<String, JsonHandler> actions) implements ApiService {
        public Json {
            actions = Map.copyOf(actions);
        }
    }

    /** A service with paths, the first action that fits is meant; its errors are XML, or else JSON. */
    record Rest(String name, boolean xml, List<RestAction> actions) implements ApiService {
        public Rest {
            actions = List.copyOf(actions);
        }
    }

    /** Answers a call with what stands in the result element. */
    @FunctionalInterface
    interface QueryHandler {
        List<Xml> answer(Parameters parameters, Caller caller);
    }

    /** Answers a call with JSON. */
    @FunctionalInterface
    interface JsonHandler {
        JsonNode answer(ObjectNode parameters, Caller caller);
    }

    /** Answers a call of a path. */
    @FunctionalInterface
    interface RestHandler {
        ApiAnswer answer(RestRequest request, Caller caller);
    }
}
