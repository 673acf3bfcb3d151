package dev.plinth.app.page;

import dev.plinth.app.access.Principal;
import dev.plinth.app.metrics.View;

/** Somebody who is signed in and looks at pages; {@code name} is shown to nobody else. */
public record Viewer(Principal principal, String name) {
    /** Which contents of metrics this viewer is shown: the same as by the API. */
    public View view() {
        return View.of(principal);
    }

    /** The frame of a page of this title. */
    public Frame frame(String title) {
        return new Frame(title, name, "");
    }

    /** Hides the name. */
    @Override
    public String toString() {
        return "Viewer[%s]".formatted(principal.id());
    }
}
