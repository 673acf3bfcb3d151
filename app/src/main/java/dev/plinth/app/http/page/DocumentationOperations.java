package dev.plinth.app.http.page;

import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Reply;
import dev.plinth.app.page.Frame;
import io.helidon.common.media.type.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The API's description as a page on which it can be tried out: Swagger UI, served by the app itself. */
public final class DocumentationOperations implements Operations {
    private static final Access EVERYONE = new Access.Everyone();
    private static final String PATH = "/api-docs";
    private static final String PROPERTIES = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final Files files;

    public DocumentationOperations() {
        String folder = "/META-INF/resources/webjars/swagger-ui/" + version();
        files = new Files(Map.of(
                "swagger-ui.css", folder + "/swagger-ui.css",
                "swagger-ui-bundle.js", folder + "/swagger-ui-bundle.js",
                "favicon-32x32.png", folder + "/favicon-32x32.png",
                "start.js", "api-docs.js"));
    }

    /** As the library's own jar says it, so that the version is pinned in one place. */
    private static String version() {
        var properties = new Properties();
        try (InputStream file =
                Objects.requireNonNull(DocumentationOperations.class.getResourceAsStream(PROPERTIES), PROPERTIES)) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("showDocumentation", PATH, EVERYONE).answering(MediaTypes.TEXT_HTML), this::show)
                .add(
                        Operation.get("getDocumentationFile", PATH + "/{file}", EVERYONE)
                                .answering(MediaTypes.WILDCARD),
                        this::file);
    }

    private Reply show(Call call) {
        call.withoutParameters();
        return Html.styling("documentation", Frame.open("API documentation"));
    }

    private Reply file(Call call) {
        call.withoutParameters();
        return files.reply(call.path("file"));
    }
}
