package dev.plinth.ops.recovery;

/** How an assertion came out, and why. */
record Judgement(Outcome outcome, String detail) {
    enum Outcome {
        PASSED,
        FAILED,
        /** There was nothing to hold it against; no reason to fail. */
        SKIPPED
    }

    static Judgement passed(String detail) {
        return new Judgement(Outcome.PASSED, detail);
    }

    static Judgement failed(String detail) {
        return new Judgement(Outcome.FAILED, detail);
    }

    static Judgement skipped(String detail) {
        return new Judgement(Outcome.SKIPPED, detail);
    }
}
