package dev.plinth.sandbox.api;

import dev.plinth.sandbox.api.ApiService.RestHandler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An action that a method and a path name.
 *
 * @param path as /backup-vaults/{name}/recovery-points; {name+} at its end takes the slashes too
 * @param fits what else a request of this action has
 */
public record RestAction(String name, String method, String path, Predicate<RestRequest> fits, RestHandler handler) {

    /** An action that method and path tell from all others. */
    public RestAction(String name, String method, String path, RestHandler handler) {
        this(name, method, path, request -> true, handler);
    }

    /** The request with what it has in the places of the path's names, if this action is meant. */
    Optional<RestRequest> match(ApiRequest request) {
        return request.method().equals(method)
                ? parts(request.path())
                        .map(parts -> new RestRequest(parts, request))
                        .filter(fits)
                : Optional.empty();
    }

    private Optional<Map<String, String>> parts(String given) {
        var wanted = List.of(path.split("/", -1));
        boolean open = path.endsWith("+}");
        var found = List.of(given.split("/", open ? wanted.size() : -1));
        if (found.size() != wanted.size()) {
            return Optional.empty();
        }
        var parts = new TreeMap<String, String>();
        for (int index = 0; index < wanted.size(); index++) {
            var place = wanted.get(index);
            // In a path a plus is a plus.
            var text = URLDecoder.decode(found.get(index).replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean named = place.startsWith("{");
            if (named ? text.isEmpty() : !place.equals(text)) {
                return Optional.empty();
            }
            parts.put(place.replaceAll("[{+}]", ""), text);
        }
        return Optional.of(parts);
    }
}
