package dev.plinth.sandbox.proxy.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeJSON;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;

/**
 * A CloudFront Function of viewer requests, really executed. It meets nothing of this machine: no Java, no files, no
 * network, as in the cloud. The language is that of the engine (Rhino): functions are written in ECMAScript 5.
 */
final class ViewerFunction {
    private static final Logger LOG = Logger.getLogger(ViewerFunction.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    /** CloudFront ends a function after about a millisecond; this is much more, but ends an endless loop. */
    private static final int INSTRUCTIONS_MAX = 10_000_000;

    private final Limited engine = new Limited();
    private final ViewerEvents events;
    private final Script script;

    ViewerFunction(String source, ViewerEvents events) {
        this.events = events;
        try {
            this.script = engine.call(context -> {
                context.setInterpretedMode(true);
                return context.compileString(source, "function", 1, null);
            });
        } catch (RhinoException e) {
            throw new IllegalArgumentException("the CloudFront function does not compile: " + e.getMessage(), e);
        }
    }

    /** What the function makes of a request: an answer, or the request as it goes on; 503 when it fails, as in the cloud. */
    ViewerEvents.Outcome of(ViewerRequest request) {
        try {
            var result = engine.call(context -> run(context, events.event(request)));
            return events.outcome(request, JSON.readTree(result));
        } catch (RhinoException | Limited.Exhausted | JsonProcessingException e) {
            LOG.log(Level.WARNING, "a CloudFront function failed: {0}", e.getMessage());
            return new ViewerEvents.Outcome.Answer(
                    OriginAnswer.text(503, "text/html", "<h1>503 ERROR</h1>FunctionExecutionError"));
        }
    }

    private String run(Context context, JsonNode event) {
        context.setInterpretedMode(true);
        context.setInstructionObserverThreshold(INSTRUCTIONS_MAX / 10);
        // One scope a request: no function remembers anything.
        var scope = context.initSafeStandardObjects();
        script.exec(context, scope, scope);
        if (!(ScriptableObject.getProperty(scope, "handler") instanceof Function handler)) {
            throw new EvaluatorException("there is no function called handler");
        }
        var argument = NativeJSON.parse(context, scope, event.toString(), (inner, own, self, pair) -> pair[1]);
        var result = handler.call(context, scope, scope, new Object[] {argument});
        return String.valueOf(Optional.ofNullable(NativeJSON.stringify(context, scope, result, null, null))
                .orElse("null"));
    }

    /** An engine that ends programs which run too long. */
    private static final class Limited extends ContextFactory {
        private static final String COUNT = "instructions";

        @Override
        protected void observeInstructionCount(Context context, int instructions) {
            int all = instructions + (context.getThreadLocal(COUNT) instanceof Integer before ? before : 0);
            context.putThreadLocal(COUNT, all);
            if (all > INSTRUCTIONS_MAX) {
                throw new Exhausted();
            }
        }

        /** The program ran too long. */
        private static final class Exhausted extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Exhausted() {
                super("it runs too long");
            }
        }
    }
}
