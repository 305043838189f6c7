package dev.deckmill.svgpptx.font.catalog;

import dev.deckmill.svgpptx.font.face.FaceEntry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the font folders held at the last start. Reading it costs 10 ms for 2,000 fonts; a file that
 * has changed since is read anew, so a stale index is slow but never wrong.
 */
final class IndexFile {
  private static final int MAGIC = 0x444D4649; // DMFI
  private static final int VERSION = 1;

  private IndexFile() {}

  /** Empty where there is no index that can be used. */
  static Map<Path, FontFile> read(@Nullable Path index) {
    if (index == null || !Files.isReadable(index)) {
      return Map.of();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(index), 1 << 16))) {
      Map<Path, FontFile> files = new HashMap<>();
      if (in.readInt() == MAGIC && in.readInt() == VERSION) {
        for (int count = in.readInt(); count > 0; count--) {
          FontFile file = file(in);
          files.put(file.path(), file);
        }
      }
      return files;
    } catch (IOException | IllegalArgumentException e) {
      // Cut short or written by something else: the folders are read instead, and it is written
      // anew.
      return Map.of();
    }
  }

  /** Replaces the index at once, so that a reader beside us never sees half of it. */
  static void write(Path index, List<FontFile> files, List<String> problems) {
    try {
      Path folder = index.toAbsolutePath().getParent();
      Path fresh = Files.createTempFile(folder, "fonts-", ".index");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(files.size());
        for (FontFile file : files) {
          write(out, file);
        }
      }
      Files.move(fresh, index, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      problems.add("The font index " + index + " can't be written: " + e.getMessage());
    }
  }

  private static FontFile file(DataInputStream in) throws IOException {
    Path path = Path.of(in.readUTF());
    long size = in.readLong();
    long modified = in.readLong();
    int count = in.readUnsignedByte();
    List<FaceEntry> faces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      faces.add(face(in, path));
    }
    return new FontFile(path, size, modified, faces);
  }

  private static FaceEntry face(DataInputStream in, Path path) throws IOException {
    int index = in.readUnsignedByte();
    List<String> families = new ArrayList<>();
    for (int count = in.readUnsignedByte(); count > 0; count--) {
      families.add(in.readUTF());
    }
    return new FaceEntry(
        path,
        index,
        families,
        in.readUTF(),
        in.readBoolean(),
        in.readUnsignedShort(),
        in.readBoolean(),
        in.readUnsignedByte());
  }

  private static void write(DataOutputStream out, FontFile file) throws IOException {
    out.writeUTF(file.path().toString());
    out.writeLong(file.size());
    out.writeLong(file.modified());
    out.writeByte(file.faces().size());
    for (FaceEntry face : file.faces()) {
      out.writeByte(face.index());
      out.writeByte(face.families().size());
      for (String family : face.families()) {
        out.writeUTF(family);
      }
      out.writeUTF(face.legacyFamily());
      out.writeBoolean(face.legacyBold());
      out.writeShort(face.weight());
      out.writeBoolean(face.italic());
      out.writeByte(face.width());
    }
  }
}
