package dev.plinth.sandbox.proxy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.proxy.Condition;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConditionsTest {
    @Test
    void aHostMatchesRegardlessOfCaseAndByWildcard() {
        assertThat(meets(new Condition.Host(List.of("*.Example.test")))).isTrue();
        assertThat(meets(new Condition.Host(List.of("example.test")))).isFalse();
    }

    @Test
    void aPathMatchesAsAWholeAndInItsCase() {
        assertThat(meets(new Condition.RequestPath(List.of("/api/*")))).isTrue();
        assertThat(meets(new Condition.RequestPath(List.of("/api")))).isFalse();
        assertThat(meets(new Condition.RequestPath(List.of("/API/*")))).isFalse();
        assertThat(meets(new Condition.RequestPath(List.of("/other", "/ap?/metrics"))))
                .isTrue();
    }

    @Test
    void wildcardsDoNotMakeOtherCharactersSpecial() {
        assertThat(meets(new Condition.RequestPath(List.of("/api/.etrics")))).isFalse();
    }

    @Test
    void aHeaderMatchesByAnyOfItsValues() {
        assertThat(meets(new Condition.Header("x-test", List.of("GREEN")))).isTrue();
        assertThat(meets(new Condition.Header("X-Test", List.of("blue")))).isFalse();
        assertThat(meets(new Condition.Header("X-Absent", List.of("*")))).isFalse();
    }

    @Test
    void aMethodMatchesExactly() {
        assertThat(meets(new Condition.Method(List.of("GET", "POST")))).isTrue();
        assertThat(meets(new Condition.Method(List.of("post")))).isFalse();
    }

    @Test
    void aQueryParameterMatchesByKeyAndValueOrByValueAlone() {
        assertThat(meets(query("page", "2"))).isTrue();
        assertThat(meets(query("", "2"))).isTrue();
        assertThat(meets(query("page", "3"))).isFalse();
        assertThat(meets(query("size", "2"))).isFalse();
    }

    @Test
    void anAddressMatchesByItsFirstBits() {
        assertThat(meets(new Condition.SourceAddress(List.of("10.1.2.0/24")))).isTrue();
        assertThat(meets(new Condition.SourceAddress(List.of("10.1.3.0/24")))).isFalse();
        assertThat(meets(new Condition.SourceAddress(List.of("::1/128", "10.1.2.3"))))
                .isTrue();
        assertThatThrownBy(() -> meets(new Condition.SourceAddress(List.of("10.0.0.0/x"))))
                .hasMessageContaining("10.0.0.0/x");
    }

    @Test
    void allConditionsMustHold() {
        var method = new Condition.Method(List.of("POST"));

        assertThat(Conditions.all(List.of(method, new Condition.Host(List.of("*"))))
                        .test(facts()))
                .isTrue();
        assertThat(Conditions.all(List.of(method, new Condition.Host(List.of("no"))))
                        .test(facts()))
                .isFalse();
    }

    private static boolean meets(Condition condition) {
        return Conditions.all(List.of(condition)).test(facts());
    }

    private static Condition query(String key, String value) {
        return new Condition.Query(List.of(new Condition.KeyValue(key, value)));
    }

    private static Facts facts() {
        try {
            var headers = new java.util.TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.put("X-Test", List.of("red", "green"));
            return new Facts(
                    "api.example.test",
                    "/api/metrics",
                    "POST",
                    headers,
                    Map.of("page", List.of("1", "2")),
                    InetAddress.getByName("10.1.2.3"));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
