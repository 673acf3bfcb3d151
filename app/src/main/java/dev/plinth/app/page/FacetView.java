package dev.plinth.app.page;

import java.util.List;

/** Something that results can be narrowed by; {@code parameter} is its name in the address. */
public record FacetView(String parameter, String label, List<Choice> choices) {
    /** One value of it. */
    public record Choice(String value, String label, long metrics, boolean chosen) {}

    public FacetView {
        choices = List.copyOf(choices);
    }
}
