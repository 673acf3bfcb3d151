package dev.plinth.infra.config;

import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot be used; the message lists every problem. Pulumi prints a RunException without its stack.
 */
public final class InvalidConfiguration extends RunException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidConfiguration(String stack, List<Problem> problems) {
        super(message(stack, problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(String stack, List<Problem> problems) {
        var heading = "The configuration of stack %s has %s. No resource was touched."
                .formatted(stack, problems.size() == 1 ? "a problem" : problems.size() + " problems");
        var list = problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n"));
        return heading + "\n\n" + list.indent(2);
    }
}
