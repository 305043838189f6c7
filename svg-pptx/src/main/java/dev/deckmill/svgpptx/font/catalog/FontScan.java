package dev.deckmill.svgpptx.font.catalog;

import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.file.FaceReader;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds the font files of some folders; opens only those that the index doesn't know. */
final class FontScan {
  private static final int MAX_DEPTH = 16;

  private final Map<Path, FontFile> known;
  private final Map<Path, FontFile> found = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private boolean changed;

  private FontScan(Map<Path, FontFile> known) {
    this.known = known;
  }

  /** What a scan brought, files in the order of their paths. */
  record Result(List<FontFile> files, List<String> problems) {}

  static Result scan(FontSources sources) {
    FontScan scan = new FontScan(IndexFile.read(sources.indexFile()));
    for (Path folder : sources.folders()) {
      scan.walk(folder);
    }
    List<FontFile> files = List.copyOf(scan.found.values());
    if (sources.indexFile() != null && (scan.changed || files.size() != scan.known.size())) {
      IndexFile.write(sources.indexFile(), files, scan.problems);
    }
    return new Result(files, List.copyOf(scan.problems));
  }

  private void walk(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          MAX_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && isFont(file)) {
                visit(file, attributes.size(), attributes.lastModifiedTime().toMillis());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              problems.add("The font folder or file " + file + " can't be read: " + e.getMessage());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      problems.add("The font folder " + folder + " can't be read: " + e.getMessage());
    }
  }

  private void visit(Path path, long size, long modified) {
    FontFile file = known.get(path);
    if (file == null || !file.isSame(size, modified)) {
      changed = true;
      file = new FontFile(path, size, modified, faces(path));
    }
    found.put(path, file);
  }

  private List<FaceEntry> faces(Path path) {
    try {
      return FaceReader.entries(path);
    } catch (IOException e) {
      problems.add(e.getMessage());
      return List.of();
    }
  }

  private static boolean isFont(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf")
        || name.endsWith(".otf")
        || name.endsWith(".ttc")
        || name.endsWith(".otc");
  }
}
