package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.Map;

/** What a release is made from; {@code edge} is what must take traffic before the first pods start. */
public record ReleaseArgs(
        WorkloadSpec workload,
        Host host,
        AppConnections connections,
        ReleasePlan plan,
        Restart restart,
        Output<String> currentImage,
        Map<Colour, Output<String>> targetGroupArns,
        Resource edge) {

    public ReleaseArgs {
        targetGroupArns = Map.copyOf(targetGroupArns);
    }

    /** The image of a colour. One that is kept is known in a preview, even when the one that is being built is not. */
    Output<String> image(Colour colour) {
        return switch (plan.image(colour)) {
            case ImageSource.Kept(String image) -> Output.of(image);
            case ImageSource.Current() -> currentImage;
        };
    }

    Output<String> targetGroupArn(Colour colour) {
        var arn = targetGroupArns.get(colour);
        if (arn == null) {
            throw new IllegalArgumentException("no target group for " + colour);
        }
        return arn;
    }
}
