package dev.plinth.ops.release;

/** The way to one colour, whatever the weights say. */
public interface TestRoute {
    /** What a colour answers to a GET; one that does not answer at all has status 0 and the reason as body. */
    Reply get(Colour colour, String path);

    /** An answer; {@code from} is the colour that the answer says it comes from. */
    record Reply(int status, String contentType, String from, String body) {
        boolean failed() {
            return status == 0 || status >= 500;
        }

        /** The status, or why there is none. */
        String told() {
            return status == 0 ? body : "status " + status;
        }
    }
}
