package dev.plinth.ops.cloud;

import dev.plinth.ops.Failure;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Turns refusals of AWS into words: which action on which resource, and what to do. */
public final class Permissions {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Set<String> STALE = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

    /** Of keys that AWS does not know, or that are not whose secret was used. */
    private static final Set<String> INVALID = Set.of(
            "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "SignatureDoesNotMatch");

    private static final String SIGN_IN =
            "sign in, for example: aws sso login --profile NAME, then export AWS_PROFILE=NAME";

    /** Asks AWS for something, which needs the action on the resource to be allowed; every refusal becomes words. */
    public static <T> T ask(String action, String resource, Supplier<T> question) {
        try {
            return attempt(action, resource, question);
        } catch (AwsServiceException e) {
            throw isMissing(e)
                    ? Failure.failed(
                            "AWS knows no %s (%s)".formatted(resource, action),
                            words(e),
                            "it was deleted or renamed outside of the program: look at it with plinth preview STACK")
                    : Failure.failed("AWS cannot do %s on %s".formatted(action, resource), words(e));
        }
    }

    /** Like {@link #ask}, for what answers nothing of interest. */
    public static void carryOut(String action, String resource, Runnable change) {
        ask(action, resource, () -> {
            change.run();
            return true;
        });
    }

    /** Like {@link #ask}, but what the caller may understand, such as that something is not there, comes as it is. */
    public static <T> T attempt(String action, String resource, Supplier<T> question) {
        try {
            return question.get();
        } catch (AwsServiceException e) {
            throw refusal(action, resource, e);
        } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException e) {
            throw Failure.failed(
                    "AWS does not answer %s on %s".formatted(action, resource),
                    String.valueOf(e.getMessage()),
                    "try again; the change may have been made all the same");
        } catch (SdkClientException e) {
            throw String.valueOf(e.getMessage()).contains("credentials")
                    ? Failure.failed("there are no AWS credentials", SIGN_IN)
                    : Failure.failed("AWS cannot be reached: " + e.getMessage());
        }
    }

    /** Tells whether AWS says that there is no such thing. */
    static boolean isMissing(AwsServiceException e) {
        var code = code(e);
        return e.statusCode() == NOT_FOUND || code.contains("NotFound") || code.startsWith("NoSuch");
    }

    private static RuntimeException refusal(String action, String resource, AwsServiceException e) {
        var code = code(e);
        if (STALE.contains(code)) {
            return Failure.failed("the AWS credentials have expired", SIGN_IN);
        } else if (INVALID.contains(code)) {
            return Failure.failed("AWS does not know these credentials", words(e), SIGN_IN);
        } else if (e.statusCode() == FORBIDDEN || code.startsWith("AccessDenied")) {
            return Failure.failed(
                    "AWS refuses %s on %s".formatted(action, resource),
                    words(e),
                    "let an administrator of the account run this command, or grant this action");
        }
        return e;
    }

    private static String code(AwsServiceException e) {
        var details = e.awsErrorDetails();
        return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    }

    private static String words(AwsServiceException e) {
        return String.valueOf(e.getMessage());
    }

    private Permissions() {}
}
