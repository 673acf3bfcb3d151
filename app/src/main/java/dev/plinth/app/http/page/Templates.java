package dev.plinth.app.http.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The templates of the pages, which the build has compiled. They escape every text for the place where it stands. */
final class Templates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "dev.plinth.app.views");

    /** The page that the template, named without its ending, makes of the model. */
    static byte[] render(String template, Object model) {
        var output = new Utf8ByteOutput();
        ENGINE.render(template + ".jte", model, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private Templates() {}
}
