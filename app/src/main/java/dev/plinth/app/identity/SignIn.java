package dev.plinth.app.identity;

/** What a user gets who signs in: two tokens, of which the app keeps neither. */
public record SignIn(User user, Session session, String accessToken, String refreshToken) {
    /** Hides the tokens. */
    @Override
    public String toString() {
        return "SignIn[%s]".formatted(session);
    }
}
