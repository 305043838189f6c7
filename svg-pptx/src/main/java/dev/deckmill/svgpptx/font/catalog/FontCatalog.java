package dev.deckmill.svgpptx.font.catalog;

import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FaceStyle;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.family.FamilyTable;
import dev.deckmill.svgpptx.font.file.FaceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of this machine, by family. Safe for many threads; make one and share it.
 *
 * <p>Nothing is read before the first question that the jar can't answer: then the folders are
 * walked once, names and styles read (or taken from the index file), and each face's tables when it
 * is first measured with. A font added later is seen by the next catalogue.
 */
public final class FontCatalog {
  private final FontSources sources;
  private final Map<FaceEntry, Optional<FontFace>> faces = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Map<String, List<FaceEntry>> families;

  private FontCatalog(FontSources sources) {
    this.sources = sources;
  }

  public static FontCatalog of(FontSources sources) {
    return new FontCatalog(sources);
  }

  /** No file of this machine counts: the same answers everywhere. */
  public static FontCatalog bundled() {
    return of(FontSources.bundledOnly());
  }

  public FontSources sources() {
    return sources;
  }

  /** Whether a font file of that family lies in the folders, under any of its names. */
  public boolean isInstalled(String family) {
    return !entries(family).isEmpty();
  }

  /** How many families the folders hold, counting every name. */
  public int familyCount() {
    return families().size();
  }

  /** Files that can't be used, each a sentence; what was found so far. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The installed face that CSS takes for a family, weight and slope; null where there is none. */
  public @Nullable FaceEntry entry(String family, int weight, boolean italic) {
    List<FaceEntry> entries = entries(family);
    return entries.isEmpty() ? null : FaceStyle.best(entries, weight, italic);
  }

  /** The face's tables; null where its file can't be used, which {@link #problems} then tells. */
  public @Nullable FontFace load(FaceEntry entry) {
    return faces.computeIfAbsent(entry, this::read).orElse(null);
  }

  private Optional<FontFace> read(FaceEntry entry) {
    try {
      return Optional.of(FaceReader.face(entry));
    } catch (IOException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private List<FaceEntry> entries(String family) {
    return families().getOrDefault(FamilyTable.key(family), List.of());
  }

  private Map<String, List<FaceEntry>> families() {
    Map<String, List<FaceEntry>> known = families;
    return known != null ? known : scanned();
  }

  private synchronized Map<String, List<FaceEntry>> scanned() {
    Map<String, List<FaceEntry>> known = families;
    if (known != null) {
      return known;
    }
    Map<String, List<FaceEntry>> byName = new HashMap<>();
    if (!sources.folders().isEmpty()) {
      FontScan.Result result = FontScan.scan(sources);
      problems.addAll(result.problems());
      for (FontFile file : result.files()) {
        for (FaceEntry face : file.faces()) {
          for (String name : face.families()) {
            byName.computeIfAbsent(FamilyTable.key(name), key -> new ArrayList<>(4)).add(face);
          }
        }
      }
    }
    families = byName;
    return byName;
  }
}
