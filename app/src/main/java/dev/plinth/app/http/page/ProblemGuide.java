package dev.plinth.app.http.page;

import dev.plinth.app.http.ProblemType;
import dev.plinth.app.page.ProblemView;

/** Explains the kinds of error. A kind without a text does not compile. */
final class ProblemGuide {
    static ProblemView explain(ProblemType type) {
        return new ProblemView(
                type.code().replace('_', '-'),
                type.code(),
                type.status().code(),
                type.title(),
                meaning(type),
                remedy(type),
                type.isRetryable());
    }

    private static String meaning(ProblemType type) {
        return switch (type) {
            case INVALID_REQUEST ->
                "A parameter, a header or a field of the body is missing, unknown, or not as the API's description asks for.";
            case MALFORMED_BODY -> "The body could not be read as one JSON object.";
            case UNAUTHENTICATED ->
                "The credentials are missing, have expired, or are not ones that the library gave out.";
            case FORBIDDEN ->
                "The caller is known, but has not the right that this needs, or is no member of the domain.";
            case NOT_FOUND -> "Nothing of this name is there, or nothing that the caller may see.";
            case UNKNOWN_ROUTE -> "The address is none of the API's.";
            case METHOD_NOT_ALLOWED -> "The address exists, but does not take this method.";
            case NOT_ACCEPTABLE -> "The header Accept allows none of the media types in which this can be answered.";
            case BODY_TOO_SLOW -> "The body came so slowly that the server stopped waiting for the rest.";
            case ALREADY_EXISTS -> "Something of the same name is there already. Names are not given twice.";
            case STILL_IN_USE -> "Other things depend on it, and would be left with a broken reference.";
            case WRONG_STATE -> "The thing is in a state in which this cannot be done to it.";
            case WOULD_FORM_CYCLE -> "After this change it would depend on itself, directly or through others.";
            case IN_PROGRESS -> "A request with the same idempotency key is being carried out at this moment.";
            case STALE_REVISION -> "Somebody has changed it since the caller read it. Nothing was overwritten.";
            case BODY_TOO_LARGE -> "The body is longer than this operation reads.";
            case UNSUPPORTED_MEDIA_TYPE -> "The header Content-Type names a format that this operation does not read.";
            case KEY_REUSED -> "The idempotency key was sent before, with a request that was not the same.";
            case NOT_CARRIED_OUT ->
                "This part of a request could be carried out, but another could not, and all or none were asked for.";
            case PRECONDITION_REQUIRED ->
                "The request changes something without saying which revision of it the caller has seen.";
            case TOO_MANY_REQUESTS -> "The caller has used up what it may ask for in this span of time.";
            case INTERNAL_ERROR -> "The library has a fault. It was logged under the request's id.";
            case STORE_UNAVAILABLE ->
                "The database did not answer. Nothing was changed, unless it went away at the very end of a change.";
            case OVERLOADED -> "More requests came in at once than can be carried out. Nothing was changed.";
            case PROTOCOL_ERROR -> "The request line, a header or the framing of the body breaks the rules of HTTP.";
        };
    }

    private static String remedy(ProblemType type) {
        return switch (type) {
            case INVALID_REQUEST ->
                "Mend every fault that 'errors' lists; each names its place and what was expected there.";
            case MALFORMED_BODY -> "Send valid JSON in UTF-8. The detail names the line and the column.";
            case UNAUTHENTICATED ->
                "Sign in at POST /api/v1/auth/login, or refresh the access token, and send it as 'Authorization: Bearer ...'.";
            case FORBIDDEN -> "Ask an administrator for the role, or a reviewer of the domain for membership.";
            case NOT_FOUND -> "Check the spelling, or search for it at GET /api/v1/search.";
            case UNKNOWN_ROUTE -> "GET / lists where things are; /api-docs describes every operation.";
            case METHOD_NOT_ALLOWED -> "Use one of the methods in the header Allow.";
            case NOT_ACCEPTABLE -> "Leave Accept out, or allow one of the types that the detail names.";
            case BODY_TOO_SLOW -> "Send it again over a better connection, or send less at a time.";
            case ALREADY_EXISTS -> "Choose another name, or read and change the one that is there.";
            case STILL_IN_USE -> "Move or remove what depends on it first; the detail says what that is.";
            case WRONG_STATE -> "Read it again; its status tells what can be done now.";
            case WOULD_FORM_CYCLE ->
                "Look at the lineage of both ends, and leave out the relationship that closes the circle.";
            case IN_PROGRESS -> "Wait a moment and send the same request again; it will get the first one's answer.";
            case STALE_REVISION ->
                "Read it again, put your change on top of what is there now, and send the new ETag in If-Match.";
            case BODY_TOO_LARGE -> "Send less at a time. Large catalogues go through POST /api/v1/imports.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the format that the operation's description names.";
            case KEY_REUSED -> "Use a new key for a new request, and the same key only to repeat one.";
            case NOT_CARRIED_OUT -> "Put the other parts right, or leave out atomic=true, and send all again.";
            case PRECONDITION_REQUIRED -> "Send the ETag of what you read in the header If-Match.";
            case TOO_MANY_REQUESTS -> "Wait for as many seconds as Retry-After says, and spread requests out.";
            case INTERNAL_ERROR -> "Report it with the request's id. Trying again may help, but need not.";
            case STORE_UNAVAILABLE, OVERLOADED -> "Wait for as many seconds as Retry-After says, and try again.";
            case PROTOCOL_ERROR -> "Use a client that speaks HTTP properly, and keep header and address short.";
        };
    }

    private ProblemGuide() {}
}
