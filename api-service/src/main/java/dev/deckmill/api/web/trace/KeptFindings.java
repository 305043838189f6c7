package dev.deckmill.api.web.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.contracts.part.PageFinding;
import java.io.UncheckedIOException;
import java.util.List;

/** The findings that a stage row keeps. */
final class KeptFindings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeptFindings() {}

  static List<PageFinding> read(String json) {
    try {
      return List.of(JSON.readValue(json, PageFinding[].class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("findings are not as they were written", e);
    }
  }
}
