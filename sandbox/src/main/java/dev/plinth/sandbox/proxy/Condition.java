package dev.plinth.sandbox.proxy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One condition of a rule: it holds when any of its values does. Values may use the wildcards * and ?. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Host.class, name = "host"),
    @JsonSubTypes.Type(value = Condition.RequestPath.class, name = "path"),
    @JsonSubTypes.Type(value = Condition.Header.class, name = "header"),
    @JsonSubTypes.Type(value = Condition.Method.class, name = "method"),
    @JsonSubTypes.Type(value = Condition.Query.class, name = "query"),
    @JsonSubTypes.Type(value = Condition.SourceAddress.class, name = "source")
})
public sealed interface Condition {
    /** The Host header, without its port and regardless of case. */
    record Host(List<String> values) implements Condition {}

    /** The path, in its own case. */
    record RequestPath(List<String> values) implements Condition {}

    /** A header's value, regardless of case. */
    record Header(String name, List<String> values) implements Condition {}

    /** The method, exactly. */
    record Method(List<String> values) implements Condition {}

    /** A query parameter, regardless of case; an empty key means any key. */
    record Query(List<KeyValue> values) implements Condition {}

    /** The client's address, in CIDR notation. */
    record SourceAddress(List<String> values) implements Condition {}

    /** A query parameter's key and value. */
    record KeyValue(String key, String value) {}
}
