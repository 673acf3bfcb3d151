package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.metrics.Domain;
import dev.plinth.app.metrics.InvalidValueException;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricId;
import dev.plinth.app.metrics.MetricType;
import dev.plinth.app.metrics.Tier;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
    private static final MetricId LAST = new MetricId("finance.net-revenue");

    @Test
    void leadsBackToTheLastMetric() {
        MetricFilter filter = filter("finance", "sales");

        assertThat(Cursor.decode(filter, Cursor.encode(filter, LAST))).isEqualTo("finance.net-revenue");
    }

    @Test
    void doesNotDependOnTheOrderOfTheFilter() {
        assertThat(Cursor.encode(filter("sales", "finance"), LAST))
                .isEqualTo(Cursor.encode(filter("finance", "sales"), LAST));
    }

    @Test
    void holdsForItsFilterOnly() {
        String cursor = Cursor.encode(filter("finance"), LAST);

        assertRefused(filter("sales"), cursor);
        assertRefused(filter(), cursor);
        assertRefused(new MetricFilter(domains("finance"), Set.of(new Tier(1)), Set.of()), cursor);
        assertRefused(new MetricFilter(domains("finance"), Set.of(), Set.of(MetricType.LEADING)), cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "abc", "eyJhIjoxfQ", "AAAA"})
    void refusesWhatIsNoCursor(String text) {
        assertRefused(filter(), text);
    }

    @Test
    void refusesAnIdThatCannotBe() {
        String honest =
                new String(Base64.getUrlDecoder().decode(Cursor.encode(filter(), LAST)), StandardCharsets.UTF_8);
        String forged = honest.replace(LAST.value(), "' or 1=1");

        assertRefused(filter(), Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(MetricFilter filter, String cursor) {
        assertThatThrownBy(() -> Cursor.decode(filter, cursor)).isInstanceOf(InvalidValueException.class);
    }

    private static MetricFilter filter(String... domains) {
        return new MetricFilter(domains(domains), Set.of(), Set.of());
    }

    private static Set<Domain> domains(String... names) {
        return Set.of(names).stream().map(Domain::new).collect(java.util.stream.Collectors.toSet());
    }
}
