package dev.plinth.sandbox.api;

/** A call is refused: with the status and the code that AWS has for it, and words for the person who reads it. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    public ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The client asked for something that cannot be. */
    public static ApiException invalid(String code, String message) {
        return new ApiException(400, code, message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
