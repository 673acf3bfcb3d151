package dev.plinth.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.values.MetricId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangeClassTest {
    private static final MetricId ID = new MetricId("finance.margin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            definition | unit        | 'EUR'                                               | MAJOR
            definition | direction   | 'down'                                              | MAJOR
            definition | aggregation | 'median'                                            | MAJOR
            definition | grain       | 'week'                                              | MAJOR
            definition | expressions | [{'dialect': 'dax', 'expression': 'SUM(A)'}]        | MAJOR
            definition | filters     | []                                                  | MAJOR
            .          | sources     | []                                                  | MAJOR
            .          | calc_type   | 'derived'                                           | MAJOR
            .          | targets     | []                                                  | MINOR
            definition | dimensions  | []                                                  | MINOR
            .          | name        | 'Other'                                             | MINOR
            .          | description | 'Other.'                                            | MINOR
            .          | tier        | 2                                                   | MINOR
            .          | domain      | 'sales'                                             | MINOR
            .          | metric_type | 'lagging'                                           | MINOR
            .          | owners      | []                                                  | MINOR
            .          | tags        | []                                                  | PATCH
            .          | notes       | 'Other.'                                            | PATCH
            .          | aliases     | []                                                  | PATCH
            """)
    void everyPartOfAContentHasItsClass(String parent, String field, String value, ChangeClass expected) {
        ObjectNode changed = full();
        ObjectNode place = parent.equals(".") ? changed : (ObjectNode) changed.required(parent);
        place.set(field, Json.parseOwn(value.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));

        assertThat(ChangeClass.between(content(full()), content(changed))).contains(expected);
    }

    @Test
    void theWeightiestDifferenceCounts() {
        ObjectNode changed = full().put("name", "Other").put("calc_type", "simple");
        changed.withArray("tags").removeAll();

        assertThat(ChangeClass.between(content(full()), content(changed))).contains(ChangeClass.MAJOR);
    }

    @Test
    void anotherIdIsNoDifference() {
        assertThat(ChangeClass.between(content(full()), content(full()).called(new MetricId("another.one"))))
                .isEqualTo(Optional.empty());
    }

    private static ObjectNode full() {
        return (ObjectNode)
                Json.parseOwn(Bodies.fullMetric("finance.margin", "finance").getBytes(StandardCharsets.UTF_8));
    }

    private static MetricContent content(ObjectNode json) {
        return StoredContent.read(ID, json);
    }
}
