package dev.plinth.app.page;

/** Where people sign in: where they go then, what they had typed, and what was wrong with it ("" at first). */
public record SignInPage(Frame frame, String next, String email, String fault) {
    /** Hides the address. */
    @Override
    public String toString() {
        return "SignInPage[%s]".formatted(next);
    }
}
