package dev.plinth.sandbox.provider;

import dev.plinth.sandbox.image.ImageException;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StateException;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one place where work becomes a reply and a failure becomes a message; traces go to the log only. */
final class Replies {
    private static final Logger LOG = Logger.getLogger(Replies.class.getName());

    private Replies() {}

    /** Answers with what the work returns; what it is about leads the message of a failure. */
    static <R> void reply(String about, StreamObserver<R> observer, Supplier<R> work) {
        R response;
        try {
            response = work.get();
        } catch (RuntimeException e) {
            log(about, e);
            observer.onError(Status.UNKNOWN.withDescription(message(about, e)).asRuntimeException());
            return;
        }
        observer.onNext(response);
        observer.onCompleted();
    }

    /** What the user is told needs no trace; what nobody foresaw does. */
    private static void log(String about, RuntimeException failure) {
        if (foreseen(failure)) {
            LOG.log(Level.INFO, message(about, failure));
        } else {
            LOG.log(Level.WARNING, about, failure);
        }
    }

    private static String message(String about, RuntimeException failure) {
        var detail = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return foreseen(failure)
                ? about + ": " + detail
                : "%s: the sandbox failed: %s; its daemon.log has the details".formatted(about, detail);
    }

    private static boolean foreseen(RuntimeException failure) {
        return failure instanceof SandboxException
                || failure instanceof MachineException
                || failure instanceof ImageException
                || failure instanceof StateException;
    }
}
