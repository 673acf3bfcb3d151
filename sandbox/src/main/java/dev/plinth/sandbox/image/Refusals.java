package dev.plinth.sandbox.image;

/** Why an instruction cannot be followed without a container engine, and what to write instead. */
final class Refusals {
    private Refusals() {}

    static String of(String keyword) {
        return switch (keyword) {
            case "RUN" ->
                "needs a container to run in, which the sandbox does not have: do it before the build and"
                        + " COPY its result, or do it in an earlier stage";
            case "ADD" -> "unpacks and downloads, which the sandbox does not do: use COPY";
            case "SHELL" -> "is for shell forms, which the sandbox does not run: remove it";
            case "VOLUME" -> "needs a container engine: remove it and declare the volume on the pod";
            default ->
                "is not an instruction that the sandbox follows in a final stage: it follows"
                        + " WORKDIR, ENV, ARG, EXPOSE, COPY, ENTRYPOINT and CMD";
        };
    }
}
