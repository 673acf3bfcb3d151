package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Condition;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the conditions of a rule into one question to a request. */
final class Conditions {
    private Conditions() {}

    static Predicate<Facts> all(List<Condition> conditions) {
        List<Predicate<Facts>> questions =
                conditions.stream().map(Conditions::question).toList();
        return facts -> questions.stream().allMatch(question -> question.test(facts));
    }

    private static Predicate<Facts> question(Condition condition) {
        return switch (condition) {
            case Condition.Host host -> {
                Predicate<String> values = any(host.values(), Pattern.CASE_INSENSITIVE);
                yield facts -> values.test(facts.host());
            }
            case Condition.RequestPath path -> {
                Predicate<String> values = any(path.values(), 0);
                yield facts -> values.test(facts.path());
            }
            case Condition.Header header -> {
                Predicate<String> values = any(header.values(), Pattern.CASE_INSENSITIVE);
                yield facts -> facts.headers().getOrDefault(header.name(), List.of()).stream()
                        .anyMatch(values);
            }
            case Condition.Method method -> facts -> method.values().contains(facts.method());
            case Condition.Query query -> query(query.values());
            case Condition.SourceAddress source -> source(source.values());
        };
    }

    private static Predicate<Facts> query(List<Condition.KeyValue> pairs) {
        Map<Predicate<String>, Predicate<String>> wanted = pairs.stream()
                .collect(Collectors.toMap(
                        pair -> pair.key().isEmpty() ? key -> true : any(List.of(pair.key()), Pattern.CASE_INSENSITIVE),
                        pair -> any(List.of(pair.value()), Pattern.CASE_INSENSITIVE)));
        return facts -> wanted.entrySet().stream()
                .anyMatch(pair -> facts.query().entrySet().stream()
                        .anyMatch(parameter -> pair.getKey().test(parameter.getKey())
                                && parameter.getValue().stream().anyMatch(pair.getValue())));
    }

    private static Predicate<Facts> source(List<String> networks) {
        List<Network> parsed = networks.stream().map(Network::parse).toList();
        return facts -> parsed.stream().anyMatch(network -> network.contains(facts.source()));
    }

    /** Whether any pattern with the wildcards * and ? is the whole text, in its own case. */
    static Predicate<String> any(List<String> patterns) {
        return patterns.isEmpty() ? text -> false : any(patterns, 0);
    }

    /** Whether any pattern with the wildcards * and ? is the whole text. */
    private static Predicate<String> any(List<String> patterns, int flags) {
        String expression = patterns.stream().map(Conditions::expression).collect(Collectors.joining("|"));
        return Pattern.compile(expression, flags | Pattern.DOTALL).asMatchPredicate();
    }

    private static String expression(String wildcards) {
        return wildcards
                .chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(String.valueOf((char) character));
                })
                .collect(Collectors.joining());
    }

    /** Addresses whose first bits are the same. */
    private record Network(InetAddress start, int bits) {
        static Network parse(String text) {
            String[] parts = text.split("/", -1);
            try {
                InetAddress start = InetAddress.getByName(parts[0]);
                int all = start.getAddress().length * Byte.SIZE;
                return new Network(start, parts.length > 1 ? Integer.parseInt(parts[1]) : all);
            } catch (UnknownHostException | NumberFormatException e) {
                throw new IllegalArgumentException("'%s' is no address range such as 10.0.0.0/8".formatted(text), e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] own = start.getAddress();
            byte[] other = address.getAddress();
            if (own.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
