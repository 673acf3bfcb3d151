package dev.plinth.app.support;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, which talks to nobody but the app. */
public final class Browser implements AutoCloseable {
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = "/axe.min.js";

    private final ChromeDriver driver;
    private final URI root;
    private int width;

    /** Which browser is on this machine; empty when there is none. */
    public static Optional<Path> program() {
        return PROGRAMS.stream()
                .filter(Files::isExecutable)
                .filter(found -> Files.isExecutable(DRIVER))
                .findFirst();
    }

    /** {@code folder} is an empty one for what the browser keeps. */
    public Browser(int port, Path folder, boolean scripts) {
        root = URI.create("http://127.0.0.1:%d".formatted(port));
        var options = new ChromeOptions();
        options.setBinary(program().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withLogFile(new File("/dev/null"))
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
    }

    /** Shows pages so wide from now on, in the light or the dark scheme. */
    public void look(int pixels, String scheme) {
        width = pixels;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    public void open(String path) {
        driver.get(root.resolve(path).toString());
    }

    /** The address without the host. */
    public String address() {
        return Objects.requireNonNull(driver.getCurrentUrl())
                .substring(root.toString().length());
    }

    /** What this CSS selector finds first; waits for it. */
    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What has the focus. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    public Object run(String script) {
        return Objects.requireNonNullElse(driver.executeScript(script), "");
    }

    /** Signs in on the page for that. */
    public void signIn(String email, String password) {
        open("/catalogue/sign-in");
        find("#email").sendKeys(email);
        find("#password").sendKeys(password);
        find("main button[type=submit]").click();
        find(".hero");
    }

    /** What is against the rules of accessibility (WCAG 2.2, A and AA) on the page, each with where. */
    public List<String> barriers() throws IOException {
        // By the protocol, which the pages' policy does not bind.
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                  .then(result => done(result.violations.flatMap(rule =>
                    rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))));
                """);
        return texts(found);
    }

    /** Whether something makes the page wider than it is shown. */
    public boolean isCutOff() {
        return Boolean.TRUE.equals(driver.executeScript("return document.documentElement.scrollWidth > " + width));
    }

    /** What the console says is wrong: refused by the policy, not found, or thrown by a script. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    /** The addresses of all that the page has loaded which are not the app's. */
    public List<String> strangers() {
        return texts(driver.executeScript("return performance.getEntriesByType('resource').map(entry => entry.name)"))
                .stream()
                .filter(address -> !address.startsWith(root + "/") && !address.startsWith("data:"))
                .toList();
    }

    /** Writes a picture of the whole page. */
    public void picture(String name) throws IOException {
        var height =
                (Number) Objects.requireNonNull(driver.executeScript("return document.documentElement.scrollHeight"));
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x",
                                0,
                                "y",
                                0,
                                "width",
                                width,
                                "height",
                                Math.min(height.intValue(), 4000),
                                "scale",
                                1)));
        Files.createDirectories(SCREENSHOTS);
        Files.write(
                SCREENSHOTS.resolve(name + ".png"),
                Base64.getDecoder().decode(String.valueOf(shot.get("data")).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String axe() throws IOException {
        try (InputStream script = Objects.requireNonNull(Browser.class.getResourceAsStream(AXE), AXE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? new ArrayList<>(items.stream().map(String::valueOf).toList())
                : Stream.of(String.valueOf(list)).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
