package dev.plinth.infra.component;

import com.pulumi.Context;
import com.pulumi.resources.StackReference;
import com.pulumi.resources.StackReferenceArgs;
import java.util.Optional;

/** What the stack's last update left in the stack's own outputs; nothing before the first one. */
public record PreviousOutputs(StackReference reference) {

    public static PreviousOutputs of(Context context) {
        var self = "%s/%s/%s".formatted(context.organizationName(), context.projectName(), context.stackName());
        return new PreviousOutputs(new StackReference(
                "self", StackReferenceArgs.builder().name(self).build()));
    }

    /**
     * One output. This waits for the answer, so that a run that asks for something impossible ends before it declares
     * anything.
     */
    public Optional<Object> value(String output) {
        return Optional.ofNullable(reference.getValueAsync(output).join());
    }
}
