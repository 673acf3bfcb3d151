package dev.plinth.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ParametersTest {
    private static final Parameters FORM = Parameters.of(
            "Action=Describe&Names.member.1=a%2Bb&Names.member.2=c+d&Names.member.10=j"
                    + "&Filters.Filter.1.Name=engine&Filters.Filter.1.Values.Value.1=postgres&Size=7&Since=2030-01-31T12:00:00Z");

    @Test
    void listsAreReadInTheOrderOfTheirNumbersUpToTheFirstGap() {
        assertThat(FORM.texts("Names.member")).containsExactly("a+b", "c d");
        assertThat(FORM.texts("Others.member")).isEmpty();
    }

    @Test
    void structuresOfAListAreReadByTheirOwnNames() {
        assertThat(FORM.each("Filters.Filter")).singleElement().satisfies(filter -> {
            assertThat(filter.text("Name")).contains("engine");
            assertThat(filter.texts("Values.Value")).containsExactly("postgres");
        });
    }

    @Test
    void numbersAndTimesAreWhatTheySay() {
        assertThat(FORM.whole("Size")).contains(7);
        assertThat(FORM.time("Since")).contains(Instant.parse("2030-01-31T12:00:00Z"));
        assertThatThrownBy(() -> FORM.whole("Action")).hasMessage("Action: expected a whole number, found Describe");
        assertThatThrownBy(() -> FORM.time("Action")).hasMessageContaining("Action: expected a time as");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> FORM.required("Other")).hasMessage("the parameter Other is missing");
    }
}
