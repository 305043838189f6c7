package dev.deckmill.allinone.client;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent to make a job.
 *
 * @param pages the SVG files, in the order of the slides
 * @param options names and values of the API's form fields; absent ones take the API's defaults
 * @param headers further request headers, such as a {@code traceparent}
 */
public record Submission(
    List<Path> pages, Map<String, String> options, Map<String, String> headers) {
  public Submission {
    pages = List.copyOf(pages);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    headers = Map.copyOf(headers);
  }

  public Submission(List<Path> pages, Map<String, String> options) {
    this(pages, options, Map.of());
  }
}
