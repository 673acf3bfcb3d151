package dev.plinth.app.outbound;

import java.net.UnknownHostException;

/** The app does not send requests there; the message is for the one who chose the address. */
final class RefusedTargetException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedTargetException(String detail) {
        super(detail);
    }
}
