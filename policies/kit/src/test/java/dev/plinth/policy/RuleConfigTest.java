package dev.plinth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RuleConfigTest {
    private enum Mode {
        LOG_ONLY,
        BLOCK
    }

    private record Window(
            @Described(value = "In hours", min = 0.5) double length, LocalDate from) {}

    private record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("from is greater than to");
            }
        }
    }

    private record Limits(
            @Described(value = "How many days backups are kept", min = 1, max = 35)
            int daysMin,

            boolean strict,
            String tag,
            Mode mode,
            List<String> regions,
            Window window,
            List<Range> ranges) {}

    private static final LocalDate DAY = LocalDate.of(2027, 1, 31);
    private static final Limits DEFAULTS =
            new Limits(7, true, "tier", Mode.LOG_ONLY, List.of("eu-west-1"), new Window(2, DAY), List.of());
    private static final RuleConfig<Limits> CONFIG = RuleConfig.of(DEFAULTS);

    @Test
    void holdsTheDefaultsAsLongAsNothingIsSet() {
        assertThat(CONFIG.read(Map.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void readsEveryTypeFromWhatTheEngineSends() {
        Limits limits = CONFIG.read(Map.of(
                "daysMin",
                35.0,
                "strict",
                false,
                "tag",
                "class",
                "mode",
                "block",
                "regions",
                List.of("a", "b"),
                "window",
                Map.of("length", 1.5),
                "ranges",
                List.of(Map.of("from", 1.0, "to", 2.0))));

        assertThat(limits)
                .isEqualTo(new Limits(
                        35,
                        false,
                        "class",
                        Mode.BLOCK,
                        List.of("a", "b"),
                        new Window(1.5, DAY),
                        List.of(new Range(1, 2))));
    }

    @Test
    void takesAWholeNumberWithAPointAndNoFraction() {
        assertThat(CONFIG.read(Map.of("daysMin", 8.0)).daysMin()).isEqualTo(8);
        assertThat(mistakes("daysMin", 7.5)).containsExactly("rule.daysMin needs a whole number from 1 to 35, is 7.5");
    }

    @Test
    void readsAListOfNumbers() {
        record Ports(List<Integer> ports) {}
        RuleConfig<Ports> config = RuleConfig.of(new Ports(List.of(22)));

        assertThat(config.read(Map.of("ports", List.of(80.0, 443.0))).ports()).containsExactly(80, 443);
    }

    @Test
    void keepsToTheRange() {
        assertThat(mistakes("daysMin", 1)).isEmpty();
        assertThat(mistakes("daysMin", 0)).containsExactly("rule.daysMin needs a whole number from 1 to 35, is 0");
        assertThat(mistakes("daysMin", 36)).hasSize(1);
        assertThat(mistakes("daysMin", 4e9)).hasSize(1);
    }

    @Test
    void namesEverythingThatDoesNotFitAtOnce() {
        List<String> mistakes = CONFIG.mistakes(
                "rule",
                Map.of(
                        "dayMin", 7,
                        "strict", "yes",
                        "mode", "BLOCK",
                        "regions", List.of("a", 1),
                        "window", Map.of("length", 0, "from", "31.1.2027"),
                        "ranges", List.of(Map.of("from", 1)),
                        "tag", List.of()));

        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "rule has no 'dayMin'; did you mean 'daysMin'?",
                        "rule.strict needs true or false, is 'yes'",
                        "rule.mode needs one of log-only, block, is 'BLOCK'",
                        "rule.regions[1] needs a text, is 1",
                        "rule.window.length needs a number of at least 0.5, is 0",
                        "rule.window.from needs a date such as 2027-01-31, is '31.1.2027'",
                        "rule.ranges[0] has no to",
                        "rule.tag needs a text, is a list");
    }

    @Test
    void asksTheRecordItself() {
        assertThat(mistakes("ranges", List.of(Map.of("from", 2, "to", 1))))
                .containsExactly("rule.ranges[0]: from is greater than to");
    }

    @Test
    void throwsOnceForAllThatDoesNotFit() {
        assertThatThrownBy(() -> CONFIG.read(Map.of("daysMin", "x", "strict", 1)))
                .isInstanceOf(PolicyPackException.class)
                .hasMessageContainingAll("configuration.daysMin needs", "configuration.strict needs");
    }

    @Test
    void describesEveryNameWithItsDefault() {
        assertThat(CONFIG.schema())
                .containsExactly(
                        entry(
                                "daysMin",
                                Map.of(
                                        "type",
                                        "integer",
                                        "minimum",
                                        1L,
                                        "maximum",
                                        35L,
                                        "description",
                                        "How many days backups are kept",
                                        "default",
                                        7)),
                        entry("strict", Map.of("type", "boolean", "default", true)),
                        entry("tag", Map.of("type", "string", "default", "tier")),
                        entry(
                                "mode",
                                Map.of("type", "string", "enum", List.of("log-only", "block"), "default", "log-only")),
                        entry(
                                "regions",
                                Map.of(
                                        "type", "array",
                                        "items", Map.of("type", "string"),
                                        "default", List.of("eu-west-1"))),
                        entry("window", windowSchema()),
                        entry("ranges", rangesSchema()));
    }

    @Test
    void refusesAComponentThatNoConfigurationCanHold() {
        record Odd(IntStream numbers) {}

        assertThatThrownBy(() -> RuleConfig.of(new Odd(IntStream.empty())))
                .isInstanceOf(PolicyPackException.class)
                .hasMessageContaining("numbers of")
                .hasMessageContaining("which no configuration can hold");
    }

    private static Map<String, Object> windowSchema() {
        return Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "default",
                Map.of("length", 2.0, "from", "2027-01-31"),
                "properties",
                Map.of(
                        "length",
                        Map.of("type", "number", "minimum", 0.5, "description", "In hours", "default", 2.0),
                        "from",
                        Map.of("type", "string", "format", "date", "default", "2027-01-31")));
    }

    private static Map<String, Object> rangesSchema() {
        Map<String, Object> whole = Map.of("type", "integer");
        return Map.of(
                "type", "array",
                "default", List.of(),
                "items",
                        Map.of(
                                "type",
                                "object",
                                "additionalProperties",
                                false,
                                "required",
                                List.of("from", "to"),
                                "properties",
                                Map.of("from", whole, "to", whole)));
    }

    private static List<String> mistakes(String name, Object value) {
        return CONFIG.mistakes("rule", Map.of(name, value));
    }
}
