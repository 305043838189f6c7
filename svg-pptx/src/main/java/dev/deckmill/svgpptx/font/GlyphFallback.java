package dev.deckmill.svgpptx.font;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds a face for a character that a run's own fonts lack, and remembers it. */
final class GlyphFallback {
  /** A page can hold every character there is; then what was found first is found again. */
  private static final int MAX_KNOWN = 20_000;

  private record Key(int codePoint, boolean bold, boolean italic) {}

  private final FaceFinder faces;
  private final FamilyChoice choice;
  private final Map<Key, Optional<FontFace>> known = new ConcurrentHashMap<>();

  GlyphFallback(FaceFinder faces, FamilyChoice choice) {
    this.faces = faces;
    this.choice = choice;
  }

  @Nullable FontFace face(int codePoint, boolean bold, boolean italic) {
    if (known.size() > MAX_KNOWN) {
      known.clear();
    }
    Key key = new Key(codePoint, bold, italic);
    return known.computeIfAbsent(key, this::find).orElse(null);
  }

  private Optional<FontFace> find(Key key) {
    return choice.fallbacks(key.codePoint()).stream()
        .map(name -> faces.find(name, key.bold() ? 700 : 400, key.italic()))
        .filter(found -> found != null && found.face().hasGlyph(key.codePoint()))
        .map(FaceFinder.Found::face)
        .findFirst();
  }
}
