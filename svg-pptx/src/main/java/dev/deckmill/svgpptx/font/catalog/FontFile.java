package dev.deckmill.svgpptx.font.catalog;

import dev.deckmill.svgpptx.font.face.FaceEntry;
import java.nio.file.Path;
import java.util.List;

/**
 * A font file as it was when it was last read.
 *
 * @param size in bytes
 * @param modified in milliseconds since 1970
 * @param faces none where it can't be used
 */
record FontFile(Path path, long size, long modified, List<FaceEntry> faces) {
  FontFile {
    faces = List.copyOf(faces);
  }

  boolean isSame(long otherSize, long otherModified) {
    return size == otherSize && modified == otherModified;
  }
}
