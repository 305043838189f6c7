package dev.deckmill.drive.check;

import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.google.check.DriveChecks;
import dev.deckmill.service.message.Wire;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Writes a {@link DriveCheckReport} as JSON to standard output and ends with 0 if nothing stands in
 * the way, 1 if something does, 2 if the settings can't be read.
 *
 * <pre>
 * java -cp quarkus-run.jar dev.deckmill.drive.check.CheckMain [FILE]
 * </pre>
 *
 * FILE holds settings: lines of NAME=VALUE as in {@code .env}, or properties if it is named so;
 * without it the environment is looked at.
 */
public final class CheckMain {
  private static final int ORDINAL = 300;

  private CheckMain() {}

  /** Checks, and ends the process. */
  public static void main(String[] args) throws IOException {
    DriveConfig config;
    try {
      config = config(args.length == 0 ? environment() : file(Path.of(args[0])));
    } catch (IOException | RuntimeException e) {
      // Settings may hold secrets: only which one is wrong is shown, and that is in the message's
      // beginning.
      System.err.println(
          "The settings can't be read: " + Optional.ofNullable(e.getMessage()).orElse(""));
      System.exit(2);
      return;
    }
    DriveCheckReport report = new DriveChecks(config, tenant -> Optional.empty()).ofConfiguration();
    System.out.println(new String(Wire.write(report), StandardCharsets.UTF_8));
    System.exit(report.good() ? 0 : 1);
  }

  static DriveConfig config(ConfigSource settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(DriveConfig.class)
        .withMappingIgnore("deckmill.**")
        .withSources(settings)
        .build()
        .getConfigMapping(DriveConfig.class);
  }

  private static ConfigSource environment() {
    return new EnvConfigSource(filled(System.getenv()), ORDINAL);
  }

  static ConfigSource file(Path file) throws IOException {
    return file.getFileName().toString().endsWith(".properties")
        ? new PropertiesConfigSource(filled(properties(file)), file.toString(), ORDINAL)
        : new EnvConfigSource(filled(variables(file)), ORDINAL);
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> all = new HashMap<>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }

  private static Map<String, String> variables(Path file) throws IOException {
    Map<String, String> all = new HashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        all.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
      }
    }
    return all;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Compose hands over what is not set as an empty text, and so does .env. */
  private static Map<String, String> filled(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.keySet().removeIf(name -> !name.toLowerCase(java.util.Locale.ROOT).startsWith("deckmill"));
    all.values().removeIf(String::isEmpty);
    return all;
  }
}
