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
            LOG.log(Level.WARNING, about, e);
            observer.onError(Status.UNKNOWN.withDescription(message(about, e)).asRuntimeException());
            return;
        }
        observer.onNext(response);
        observer.onCompleted();
    }

    private static String message(String about, RuntimeException failure) {
        var detail = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        boolean ours = failure instanceof SandboxException
                || failure instanceof MachineException
                || failure instanceof ImageException
                || failure instanceof StateException;
        return ours
                ? about + ": " + detail
                : "%s: the sandbox failed: %s; its daemon.log has the details".formatted(about, detail);
    }
}
