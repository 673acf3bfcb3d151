package dev.plinth.ops.progress;

import dev.plinth.ops.engine.EngineEvent.Severity;
import dev.plinth.ops.engine.Resource;
import java.util.List;
import java.util.regex.Pattern;

/** A diagnostic as a person wants it: the message without the stack trace and the command line around it. */
public record Remark(Severity severity, Resource resource, String text) {
    private static final Pattern FRAME =
            Pattern.compile("\\s*at [\\w.$/@]+\\(.*\\)|\\s*\\.\\.\\. \\d+ (more|common frames omitted)");
    private static final Pattern PREAMBLE =
            Pattern.compile("(Running program|The Java program) .*failed with an unhandled exception:?"
                    + "|NOTE: Picked up JDK_JAVA_OPTIONS: .*");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern EXCEPTION = Pattern.compile("((?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error): )+");
    /** The language host says at its end that it could not do what nobody asked it for. */
    private static final List<String> NOISE = List.of("unable to start debugging");

    private static final Pattern MERE_FAILURE =
            Pattern.compile("(?s).*exited with non-zero exit code: \\d+\\s*|(preview|update|destroy) failed");
    private static final Pattern BUILD_ERROR =
            Pattern.compile("\\[ERROR] (?=\\S)(?!->|\\[Help|To see|Re-run|For more).+");

    /** The remark without what only a programmer of the engine wants to see. */
    Remark cleaned() {
        var lines = COLOUR.matcher(text)
                .replaceAll("")
                .lines()
                .filter(line -> !FRAME.matcher(line).matches()
                        && !PREAMBLE.matcher(line).matches())
                .map(line -> EXCEPTION.matcher(line).replaceFirst(""))
                .distinct()
                .toList();
        return new Remark(severity, resource, String.join("\n", lines).strip());
    }

    /** Tells whether it says nothing that matters. */
    boolean isNoise() {
        return text.isBlank() || NOISE.stream().anyMatch(text::contains);
    }

    /** Tells whether it only says that something failed, without a reason. */
    boolean isMereFailure() {
        return MERE_FAILURE.matcher(text).matches();
    }

    /** Tells whether it is a line of the build of the program that says what is wrong with it. */
    boolean isBuildError() {
        return BUILD_ERROR.matcher(text).matches();
    }
}
