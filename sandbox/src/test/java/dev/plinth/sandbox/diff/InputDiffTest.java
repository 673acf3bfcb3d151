package dev.plinth.sandbox.diff;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.diff.Change.Sort;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InputDiffTest {
    private static final ReplaceRules RULES = new ReplaceRules(List.of("cidrBlock", "spec.selector"), "test");

    @Test
    void findsNothingInEqualInputs() {
        var inputs = fields("a", 1, "b", List.of(Map.of("c", "d")));

        assertThat(diff(inputs, inputs)).isEmpty();
    }

    @Test
    void tellsWhatWasAddedRemovedAndChanged() {
        assertThat(diff(fields("gone", 1, "other", 1), fields("new", 1, "other", 2)))
                .containsExactly(
                        new Change("gone", Sort.DELETE, false),
                        new Change("new", Sort.ADD, false),
                        new Change("other", Sort.UPDATE, false));
    }

    @Test
    void looksIntoListsAndMaps() {
        var before = fields("rules", List.of(Map.of("port", 1), Map.of("port", 2)));
        var after = fields("rules", List.of(Map.of("port", 1), Map.of("port", 3), Map.of("port", 4)));

        assertThat(diff(before, after)).extracting(Change::path).containsExactly("rules[1].port", "rules[2]");
    }

    @Test
    void quotesNamesThatAreNoIdentifiers() {
        var before = fields("annotations", Map.of("example.com/a", "1"));
        var after = fields("annotations", Map.of("example.com/a", "2"));

        assertThat(diff(before, after)).extracting(Change::path).containsExactly("annotations[\"example.com/a\"]");
    }

    @Test
    void aChangeBelowAReplacingPropertyReplaces() {
        var before = fields("spec", Map.of("selector", Map.of("app", "a"), "replicas", 1), "cidrBlock", "a");
        var after = fields("spec", Map.of("selector", Map.of("app", "b"), "replicas", 2), "cidrBlock", "b");

        assertThat(diff(before, after))
                .containsExactlyInAnyOrder(
                        new Change("cidrBlock", Sort.UPDATE, true),
                        new Change("spec.replicas", Sort.UPDATE, false),
                        new Change("spec.selector.app", Sort.UPDATE, true));
    }

    @Test
    void whatIsNotKnownYetMayChange() {
        assertThat(diff(fields("cidrBlock", "a"), fields("cidrBlock", Value.unknown())))
                .containsExactly(new Change("cidrBlock", Sort.UPDATE, true));
    }

    @Test
    void secrecyAndTheProvidersOwnNotesAreNoChange() {
        var before = fields("password", "a", "__defaults", List.of("name"));
        var after = fields("password", new Value.Secret(Value.text("a")), "__defaults", List.of());

        assertThat(diff(before, after)).isEmpty();
    }

    @Test
    void nullIsAsGoodAsAbsent() {
        assertThat(diff(fields("a", new Value.Null()), fields())).isEmpty();
    }

    private static List<Change> diff(Fields before, Fields after) {
        return InputDiff.between(before, after, RULES);
    }
}
