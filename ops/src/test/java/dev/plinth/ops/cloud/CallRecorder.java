package dev.plinth.ops.cloud;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Remembers which calls of this command's own classes an AWS has answered; those that tests make themselves do not count.
 * The SDK puts one into every client, by the file {@code execution.interceptors}.
 */
public final class CallRecorder implements ExecutionInterceptor {
    private static final Set<String> ANSWERED = new ConcurrentSkipListSet<>();
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** What was answered since this was asked the last time, each as {@code Service:Operation}. */
    static Set<String> take() {
        var answered = Set.copyOf(ANSWERED);
        ANSWERED.clear();
        return answered;
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (isOfTheCommand()) {
            var service = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
            var operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
            ANSWERED.add(AwsCalls.name(service, operation));
        }
    }

    private static boolean isOfTheCommand() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getName().startsWith("dev.plinth.ops.") && type != CallRecorder.class)
                        .findFirst())
                .filter(type -> !isTest(type))
                .isPresent();
    }

    private static boolean isTest(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("/test-classes/");
    }
}
