package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.Condition;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The conditions of a listener rule as the proxy's. */
final class Conditions {
    private Conditions() {}

    static Stream<Condition> of(Properties condition) {
        return Stream.of(
                        values(condition, "hostHeader", Condition.Host::new),
                        values(condition, "pathPattern", Condition.RequestPath::new),
                        values(condition, "httpRequestMethod", Condition.Method::new),
                        values(condition, "sourceIp", Condition.SourceAddress::new),
                        header(condition.in("httpHeader")),
                        query(condition.each("queryStrings")))
                .flatMap(found -> found);
    }

    private static Stream<Condition> values(Properties condition, String name, Function<List<String>, Condition> make) {
        var values = condition.in(name).texts("values");
        return values.isEmpty() ? Stream.empty() : Stream.of(make.apply(values));
    }

    private static Stream<Condition> header(Properties header) {
        return header.text("httpHeaderName").stream().map(name -> new Condition.Header(name, header.texts("values")));
    }

    private static Stream<Condition> query(List<Properties> pairs) {
        var values = pairs.stream()
                .map(pair -> new Condition.KeyValue(
                        pair.text("key").orElse(""), pair.text("value").orElse("")))
                .toList();
        return values.isEmpty() ? Stream.empty() : Stream.of(new Condition.Query(values));
    }
}
