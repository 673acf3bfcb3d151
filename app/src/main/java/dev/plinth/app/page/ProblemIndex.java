package dev.plinth.app.page;

import java.util.List;

/** The page that lists all kinds of error. */
public record ProblemIndex(Frame frame, List<ProblemView> problems) {
    public ProblemIndex {
        problems = List.copyOf(problems);
    }
}
