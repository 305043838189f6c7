package dev.deckmill.svgpptx.font.choice;

import dev.deckmill.svgpptx.font.face.FontFace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds a face for a character that a run's own fonts lack, and remembers it. */
public final class GlyphFallback {
  /** A page can hold every character there is; then what was found first is found again. */
  private static final int MAX_KNOWN = 20_000;

  /** {@code look} of the run's family; null: as an emoji. */
  private record Key(int codePoint, @Nullable Generic look, boolean bold, boolean italic) {}

  private final FamilyChoice choice;
  private final Map<Key, Optional<FontFace>> known = new ConcurrentHashMap<>();

  public GlyphFallback(FamilyChoice choice) {
    this.choice = choice;
  }

  /** Null where no font has it. */
  public @Nullable FontFace face(int codePoint, Generic look, boolean bold, boolean italic) {
    return find(new Key(codePoint, look, bold, italic));
  }

  /** Null where no emoji font that we have has it. */
  public @Nullable FontFace emoji(int codePoint, boolean bold, boolean italic) {
    return find(new Key(codePoint, null, bold, italic));
  }

  private @Nullable FontFace find(Key key) {
    if (known.size() > MAX_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(key, this::search).orElse(null);
  }

  private Optional<FontFace> search(Key key) {
    List<String> names =
        key.look() == null ? choice.emoji() : choice.fallbacks(key.codePoint(), key.look());
    return names.stream()
        .flatMap(name -> choice.faces(name, key.bold() ? 700 : 400, key.italic()))
        .filter(face -> face.hasGlyph(key.codePoint()))
        .findFirst();
  }
}
