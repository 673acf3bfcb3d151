package dev.plinth.app.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts the operations of the API on their addresses. */
final class ApiRoutes {
    // A parameter ends before a colon too: what follows it is the verb of a custom method (AIP-136).
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    static void register(HttpRouting.Builder routing, Api api, Pipeline pipeline) {
        Map<String, List<Api.Served>> byPath = api.served().stream()
                .collect(Collectors.groupingBy(
                        served -> served.operation().path(), LinkedHashMap::new, Collectors.toList()));
        byPath.forEach((path, served) -> {
            var routes = new Routes(
                    routing, pattern(path), served.getFirst().operation().answers(), pipeline.toll());
            for (Api.Served one : served) {
                Method method = one.operation().method();
                routes.on(method, (request, response) -> pipeline.serve(one, request, response));
            }
            routes.end();
        });
    }

    private static String pattern(String path) {
        return PARAMETER
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement("{%s:[^/:]+}".formatted(found.group(1))));
    }

    private ApiRoutes() {}
}
