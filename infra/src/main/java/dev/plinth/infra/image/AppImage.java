package dev.plinth.infra.image;

import com.pulumi.aws.ecr.EcrFunctions;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.inputs.GetAuthorizationTokenArgs;
import com.pulumi.aws.ecr.outputs.GetAuthorizationTokenResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.docker.Image;
import com.pulumi.docker.ImageArgs;
import com.pulumi.docker.inputs.DockerBuildArgs;
import com.pulumi.docker.inputs.RegistryArgs;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/** The API's image, built by this program, and the repository that it goes to. */
public final class AppImage extends ComponentResource {
    /** The nodes of the cluster run this. */
    private static final String PLATFORM = "linux/amd64";

    private final Output<String> digest;

    public AppImage(String name, AppImageArgs args, Scope scope) {
        super("plinth:image:AppImage", name, scope.options());
        var child = scope.child(this);
        var imageArgs = switch (args.registry()) {
            case LOCAL -> ImageArgs.builder().imageName(scope.title(name)).skipPush(true);
            case ECR -> pushedArgs(name, args, scope);
        };
        var image = new Image(name, imageArgs.build(build(args.context())).build(), child);
        this.digest = image.repoDigest();
        registerOutputs(Map.of("digest", digest));
    }

    /** The image by repository and digest, so that it can never be mistaken for another. */
    public Output<String> digest() {
        return digest;
    }

    private ImageArgs.Builder pushedArgs(String name, AppImageArgs args, Scope scope) {
        var repository = ImageRepository.create(name, args.keyArn(), this, scope);
        var tag = args.context().tag();
        return ImageArgs.builder()
                .imageName(repository.repositoryUrl().applyValue(url -> url + ":" + tag))
                .registry(login(repository));
    }

    private RegistryArgs login(Repository repository) {
        var options = InvokeOptions.builder().parent(this).build();
        var token = repository
                .registryId()
                .apply(id -> EcrFunctions.getAuthorizationToken(
                        GetAuthorizationTokenArgs.builder().registryId(id).build(), options));
        return RegistryArgs.builder()
                .server(repository.repositoryUrl())
                .username(token.applyValue(GetAuthorizationTokenResult::userName))
                .password(
                        token.applyValue(GetAuthorizationTokenResult::password).asSecret())
                .build();
    }

    private static DockerBuildArgs build(BuildContext context) {
        return DockerBuildArgs.builder()
                .context(context.folder().toString())
                .dockerfile(context.folder().resolve("Dockerfile").toString())
                .platform(PLATFORM)
                .build();
    }
}
